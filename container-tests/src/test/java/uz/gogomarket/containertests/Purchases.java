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
import uz.gogomarket.orders.CheckoutService;
import uz.gogomarket.orders.CheckoutView;
import uz.gogomarket.orders.DeliveryAddress;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.PlaceCheckout;
import uz.gogomarket.orders.QuoteCheckout;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.SaveTariff;
import uz.gogomarket.shipping.SaveZone;
import uz.gogomarket.shipping.ZoneService;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;

/** Buys for tests, through the services that buyers use, in a city of its own. */
@ApplicationScoped
public class Purchases {

  /** What a buyer has at first. */
  public static final Money MONEY = Money.ofSum(1_000_000);

  /** What a delivery costs. */
  public static final Money FEE = Money.of("12345.67");

  private static final String CITY = "Sinov-" + UUID.randomUUID();

  @Inject Accounts accounts;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject Ledger ledger;
  @Inject ZoneService zones;
  @Inject CartService cart;
  @Inject CheckoutService checkouts;
  @Inject OrderFlow flow;

  /** Somebody with money in the wallet. */
  public long newBuyer() {
    long buyer = accounts.newUser();
    asSystem(
        () ->
            ledger.post(
                TransactionType.DEPOSIT,
                "test",
                buyer,
                "test",
                List.of(
                    Leg.platform(AccountKind.BANK_CLEARING, MONEY.negate(), null),
                    Leg.wallet(buyer, MONEY, null))));
    return buyer;
  }

  /** An order of so many of this. */
  public OrderFacts bought(long buyer, ItemRef item, int quantity, PaymentMethod method) {
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
        actors.runAs(
            // Without a session, so that none has to be alive.
            new Actor(Actor.Kind.USER, buyer, null, "user:" + buyer, Set.of("buyer"), null),
            () -> {
              cart.add(new AddToCart(item.productId(), item.variantId(), quantity));
              Money total = checkouts.quote(new QuoteCheckout(null, address)).total();
              return checkouts.place(
                  new PlaceCheckout(null, address, method, null, total, null, null));
            });
    return asSystem(() -> flow.facts(placed.orders().get(0).orderNumber()));
  }

  private void openZone() {
    actors.runAs(
        new Actor(Actor.Kind.USER, 1L, null, "user:1", Set.of(Permissions.SHIPPING_MANAGE), null),
        () -> {
          boolean open =
              asSystem(
                  () ->
                      sql.one(
                          "select exists (select from delivery_zones where city = ?) as open",
                          row -> row.bool("open"),
                          CITY));
          if (!open) {
            var zone = zones.create(new SaveZone(CITY, null, CITY, List.of(), null, true));
            zones.setTariff(
                zone.id(),
                zone.version(),
                new SaveTariff("Sinov", FEE, Money.ZERO, Money.ZERO, Money.ZERO, null, 24));
          }
          return open;
        });
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }
}
