package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.commissions.CommissionCase;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.commissions.ItemCommission;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Cipher;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.platform.Unprocessable;

/** Carries a checkout out: stock first, then the orders with their shares, then the payment. */
@ApplicationScoped
class Placing {

  @Inject StockService stock;
  @Inject CommissionService commissions;
  @Inject CheckoutWriter writer;
  @Inject Paying paying;
  @Inject CartService cart;
  @Inject Settings settings;
  @Inject Cipher cipher;
  @Inject Clock clock;
  @Inject Event<OrderPlaced> placedEvents;

  private final SecureRandom random = new SecureRandom();

  CheckoutView place(
      CheckoutPlan plan, Actor buyer, PlaceCheckout command, @Nullable DeliveryAddress address) {
    boolean cash = command.paymentMethod() == PaymentMethod.CASH;
    if (cash && plan.orders().stream().anyMatch(order -> !order.ships())) {
      throw new Unprocessable(
          "cash_not_possible", "What is not brought to a door cannot be paid in cash there.");
    }
    stock.take(plan.stock());
    NewCheckout checkout = checkout(plan, buyer, command, address);
    List<PlacedOrder> placed = writer.write(checkout);
    freezeCommissions(checkout, placed);
    takePayment(checkout, placed);
    cart.converted();
    tell(checkout, placed);
    return view(checkout, placed);
  }

  private void tell(NewCheckout checkout, List<PlacedOrder> placed) {
    for (int i = 0; i < placed.size(); i++) {
      PlacedOrder order = placed.get(i);
      long sellerId = checkout.plan().orders().get(i).sellerId();
      placedEvents.fire(
          new OrderPlaced(order.id(), order.checkoutId(), checkout.buyerId(), sellerId));
      if (checkout.isPaid()) {
        paying.paid(order.id(), order.checkoutId(), checkout.buyerId(), sellerId);
      }
    }
  }

  private NewCheckout checkout(
      CheckoutPlan plan, Actor buyer, PlaceCheckout command, @Nullable DeliveryAddress address) {
    Instant now = clock.instant();
    boolean later = command.paymentMethod() == PaymentMethod.BANK_TRANSFER;
    return new NewCheckout(
        plan,
        buyer.userId(),
        buyer.userId() == null ? buyer.guestId() : null,
        command.guestInfo(),
        command.paymentMethod(),
        status(command.paymentMethod()),
        later ? now.plus(Duration.ofMinutes(settings.get(SettingsOfOrders.UNPAID_MINUTES))) : null,
        address == null ? null : command.addressId(),
        address,
        commissions(plan),
        deliveryCodes(plan),
        now,
        settings.get(SettingsOfOrders.HOLD_DAYS),
        command.trafficSource(),
        command.notes());
  }

  /** The platform's shares, line by line, asked for all lines at once. */
  private List<List<CommissionShare>> commissions(CheckoutPlan plan) {
    List<CommissionCase> cases =
        plan.orders().stream()
            .flatMap(order -> order.lines().stream())
            .map(
                line ->
                    new CommissionCase(
                        line.item().sellerId(),
                        line.item().categoryId(),
                        line.item().unitPrice(),
                        line.subtotal(),
                        line.tax()))
            .toList();
    List<CommissionShare> shares = commissions.assess(cases);
    List<List<CommissionShare>> byOrder = new ArrayList<>();
    int next = 0;
    for (PlannedOrder order : plan.orders()) {
      byOrder.add(shares.subList(next, next + order.lines().size()));
      next += order.lines().size();
    }
    return byOrder;
  }

  private Map<Long, String> deliveryCodes(CheckoutPlan plan) {
    Map<Long, String> codes = new HashMap<>();
    for (PlannedOrder order : plan.shipped()) {
      codes.put(order.sellerId(), cipher.encrypt("%06d".formatted(random.nextInt(1_000_000))));
    }
    return codes;
  }

  private void freezeCommissions(NewCheckout checkout, List<PlacedOrder> placed) {
    List<ItemCommission> items = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      PlannedOrder order = checkout.plan().orders().get(i);
      for (int j = 0; j < order.lines().size(); j++) {
        items.add(
            new ItemCommission(
                placed.get(i).id(),
                placed.get(i).itemIds().get(j),
                order.sellerId(),
                order.lines().get(j).subtotal(),
                checkout.commissions().get(i).get(j)));
      }
    }
    commissions.freeze(items);
  }

  private CheckoutStatus status(PaymentMethod method) {
    if (method == PaymentMethod.CASH) {
      return CheckoutStatus.CASH_ON_DELIVERY;
    }
    return paying.isPaidAtOnce(method) ? CheckoutStatus.PAID : CheckoutStatus.AWAITING_PAYMENT;
  }

  private void takePayment(NewCheckout checkout, List<PlacedOrder> placed) {
    Map<Long, Money> amounts = new LinkedHashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      amounts.put(placed.get(i).id(), checkout.plan().orders().get(i).total());
    }
    paying.begin(placed.get(0).checkoutId(), checkout.buyerId(), checkout.method(), amounts);
  }

  private static CheckoutView view(NewCheckout checkout, List<PlacedOrder> placed) {
    List<CheckoutOrder> orders = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      PlannedOrder order = checkout.plan().orders().get(i);
      orders.add(
          new CheckoutOrder(
              placed.get(i).number(),
              order.sellerId(),
              order.sellerName(),
              OrderStatus.PENDING,
              checkout.paymentStatus(),
              order.subtotal(),
              order.shipping(),
              order.total()));
    }
    return new CheckoutView(
        placed.get(0).checkoutNumber(),
        checkout.status(),
        checkout.method(),
        checkout.plan().total(),
        checkout.expiresAt(),
        orders);
  }
}
