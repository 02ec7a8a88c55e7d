package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.platform.Unprocessable;

/** Carries a checkout out: stock first, then the orders with their shares, then the payment. */
@ApplicationScoped
class CheckoutPlacement {

  @Inject StockService stock;
  @Inject CommissionService commissions;
  @Inject CheckoutWriter writer;
  @Inject DeliveryRegister deliveries;
  @Inject CheckoutPayments checkoutPayments;
  @Inject CartService cart;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<OrderPlaced> placedEvents;

  CheckoutView place(
      CheckoutPlan plan, Actor buyer, PlaceCheckout command, @Nullable DeliveryAddress address) {
    boolean cash = command.paymentMethod() == PaymentMethod.CASH;
    if (cash && plan.orders().stream().anyMatch(order -> !order.ships())) {
      throw new Unprocessable(
          "cash_not_possible", "What is not brought to a door cannot be paid in cash there.");
    }
    stock.take(plan.stock());
    CheckoutPlan assessed = plan.sharedBy(commissions.assess(plan.commissionCases()));
    NewCheckout checkout = checkout(assessed, buyer, command, address);
    PlacedCheckout placed = writer.write(checkout);
    commissions.freeze(
        placed.orders().stream().flatMap(order -> order.commissions().stream()).toList());
    register(placed);
    takePayment(checkout, placed);
    cart.converted();
    tell(checkout, placed);
    return view(checkout, placed);
  }

  private void tell(NewCheckout checkout, PlacedCheckout placed) {
    for (PlacedOrder order : placed.orders()) {
      long sellerId = order.planned().sellerId();
      placedEvents.fire(new OrderPlaced(order.id(), placed.id(), checkout.buyerId(), sellerId));
      if (checkout.isPaid()) {
        checkoutPayments.paid(order.id(), placed.id(), checkout.buyerId(), sellerId);
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
        now,
        settings.get(SettingsOfOrders.HOLD_DAYS),
        command.trafficSource(),
        command.notes());
  }

  private CheckoutStatus status(PaymentMethod method) {
    if (method == PaymentMethod.CASH) {
      return CheckoutStatus.CASH_ON_DELIVERY;
    }
    return checkoutPayments.isPaidAtOnce(method)
        ? CheckoutStatus.PAID
        : CheckoutStatus.AWAITING_PAYMENT;
  }

  private void register(PlacedCheckout placed) {
    List<Long> shipped =
        placed.orders().stream()
            .filter(order -> order.planned().ships())
            .map(PlacedOrder::id)
            .toList();
    if (!shipped.isEmpty()) {
      deliveries.enter(shipped);
    }
  }

  private void takePayment(NewCheckout checkout, PlacedCheckout placed) {
    Map<Long, Money> amounts = new LinkedHashMap<>();
    placed.orders().forEach(order -> amounts.put(order.id(), order.planned().total()));
    checkoutPayments.begin(placed.id(), checkout.buyerId(), checkout.method(), amounts);
  }

  private static CheckoutView view(NewCheckout checkout, PlacedCheckout placed) {
    List<CheckoutOrder> orders =
        placed.orders().stream()
            .map(
                order ->
                    new CheckoutOrder(
                        order.number(),
                        order.planned().sellerId(),
                        order.planned().sellerName(),
                        OrderStatus.PENDING,
                        checkout.paymentStatus(),
                        order.planned().subtotal(),
                        order.planned().shipping(),
                        order.planned().total()))
            .toList();
    return new CheckoutView(
        placed.number(),
        checkout.status(),
        checkout.method(),
        checkout.plan().total(),
        checkout.expiresAt(),
        orders);
  }
}
