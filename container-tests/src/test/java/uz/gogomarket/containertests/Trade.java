package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uz.gogomarket.cart.AddToCart;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.dispatch.DoorCashService;
import uz.gogomarket.dispatch.HandInCash;
import uz.gogomarket.orders.CheckoutService;
import uz.gogomarket.orders.CheckoutView;
import uz.gogomarket.orders.DeliveryAddress;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.PlaceCheckout;
import uz.gogomarket.orders.QuoteCheckout;
import uz.gogomarket.orders.SettlementService;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.SaveTariff;
import uz.gogomarket.shipping.SaveZone;
import uz.gogomarket.shipping.ZoneService;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;
import uz.gogomarket.wallets.WalletService;

/** Lets somebody sell, somebody buy and somebody bring it, in a city that is the tests' own. */
@ApplicationScoped
public class Trade {

  /** What the way costs, whatever is bought. */
  public static final Money FEE = Money.of("12345.67");

  /** What is in a buyer's wallet at first. */
  public static final Money PURSE = Money.ofSum(1_000_000);

  /** How many pieces a seller has at first. */
  public static final int STOCK = 100;

  private static final String CITY = "Sinov-" + UUID.randomUUID();

  @Inject Accounts accounts;
  @Inject Goods goods;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject Ledger ledger;
  @Inject WalletService wallets;
  @Inject ZoneService zones;
  @Inject CartService cart;
  @Inject CheckoutService checkouts;
  @Inject OrderFlow flow;
  @Inject DoorCashService doorCash;
  @Inject SettlementService settlements;

  /** Who trades what. */
  public record Parties(long seller, long buyer, long courier, ItemRef item) {}

  /** A seller with something to sell, a buyer with money and a courier. */
  public Parties newParties() {
    long seller = goods.newSeller();
    long category = goods.newCategoryOf(null, null).id();
    ItemRef item =
        ItemRef.product(goods.onSale(seller, category, "Choynak", "33333.33", STOCK).id());
    return new Parties(seller, newBuyer(), accounts.newUser(Roles.COURIER), item);
  }

  /** Somebody with money in the wallet. */
  public long newBuyer() {
    long buyer = accounts.newUser();
    deposit(buyer, PURSE);
    return buyer;
  }

  public OrderFacts bought(Parties parties, int quantity, PaymentMethod method) {
    return bought(parties.buyer(), parties.item(), quantity, method);
  }

  /** An order of so many of this. */
  public OrderFacts bought(long buyer, ItemRef item, int quantity, PaymentMethod method) {
    return bought(buyer, List.of(item), quantity, method);
  }

  /** The first order of a checkout with so many of each. */
  public OrderFacts bought(long buyer, List<ItemRef> items, int quantity, PaymentMethod method) {
    openZone();
    DeliveryAddress address =
        new DeliveryAddress(
            "Ali",
            "+998901234567",
            "Uzbekistan",
            CITY,
            null,
            "Bunyodkor 5",
            null,
            null,
            null,
            null,
            null);
    CheckoutView placed =
        accounts.withoutSession(
            buyer,
            Set.of(Roles.BUYER),
            () -> {
              for (ItemRef item : items) {
                cart.add(new AddToCart(item.productId(), item.variantId(), quantity));
              }
              Money total = checkouts.quote(new QuoteCheckout(null, address)).total();
              return checkouts.place(
                  new PlaceCheckout(null, address, method, null, total, null, null));
            });
    return asSystem(() -> flow.facts(placed.orders().get(0).orderNumber()));
  }

  /** Up to the moment in which the courier has the parcel. */
  public OrderFacts pickedUp(OrderFacts order, long courier) {
    return threads.inTransaction(
        () ->
            asSystem(
                () -> {
                  flow.confirm(order.id());
                  flow.startProcessing(order.id());
                  flow.readyForPickup(order.id());
                  flow.assignCourier(order.id(), courier);
                  return flow.pickedUp(order.id());
                }));
  }

  public OrderFacts delivered(OrderFacts order, long courier) {
    OrderFacts underWay = pickedUp(order, courier);
    return asSystem(() -> flow.delivered(underWay.id(), null));
  }

  /** The courier has been paid at the door. */
  public void takeCash(OrderFacts order, long courier) {
    asSystem(
        () -> {
          doorCash.taken(order, courier);
          return order;
        });
  }

  public void handInCash(OrderFacts order, long courier) {
    asSystem(
        () ->
            doorCash.handIn(new HandInCash(courier, List.of(order.orderNumber()), order.total())));
  }

  /** Whether the order was due and everybody has got his share. */
  public boolean settle(OrderFacts order) {
    return asSystem(() -> settlements.settle(order.id()));
  }

  public void endHold(OrderFacts order) {
    change("update orders set hold_until = now() - interval '1 minute' where id = ?", order.id());
  }

  public OrderFacts facts(OrderFacts order) {
    return asSystem(() -> flow.facts(order.id()));
  }

  public Money escrow(OrderFacts order) {
    return asSystem(() -> ledger.fundsOf(order.id()).escrow());
  }

  public Money balance(long user) {
    return accounts.as(user, Set.of(Roles.BUYER), () -> wallets.mine().balance());
  }

  /** What the user owes the platform. */
  public Money owed(long user) {
    return accounts.as(user, Set.of(Roles.BUYER), () -> wallets.mine().owed());
  }

  public void deposit(long user, Money amount) {
    move(user, amount, TransactionType.DEPOSIT);
  }

  /** The money of a wallet leaves the marketplace. */
  public void spend(long user, Money amount) {
    move(user, amount.negate(), TransactionType.WITHDRAWAL);
  }

  /** Changes a row of which the id is given; for what no service offers. */
  public void change(String statement, long id) {
    threads.inTransaction(() -> asSystem(() -> sql.update(statement, id)));
  }

  public <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }

  private void move(long user, Money amount, TransactionType type) {
    asSystem(
        () ->
            ledger.post(
                type,
                "test",
                user,
                "test",
                List.of(
                    Leg.platform(AccountKind.BANK_CLEARING, amount.negate(), null),
                    Leg.wallet(user, amount, null))));
  }

  private void openZone() {
    boolean open =
        asSystem(
            () ->
                sql.one(
                    "select exists (select from delivery_zones where city = ?) as open",
                    row -> row.bool("open"),
                    CITY));
    if (open) {
      return;
    }
    accounts.withoutSession(
        1L,
        Set.of(Permissions.SHIPPING_MANAGE),
        () -> {
          var zone = zones.create(new SaveZone(CITY, null, CITY, List.of(), null, true));
          return zones.setTariff(
              zone.id(),
              zone.version(),
              new SaveTariff("Sinov", FEE, Money.ZERO, Money.ZERO, Money.ZERO, null, 24));
        });
  }
}
