package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PayCheckout;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentResult;
import uz.gogomarket.payments.PaymentService;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Unprocessable;

/** Pays checkouts: when they are placed, or later. The checkout is locked before its orders. */
@ApplicationScoped
class CheckoutPayments {

  @Inject PaymentService payments;
  @Inject Checkouts checkouts;
  @Inject Orders orders;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<OrderPaid> paidEvents;

  /** Whether what is bought this way is paid once {@link #begin} has returned. */
  boolean isPaidAtOnce(PaymentMethod method) {
    return method == PaymentMethod.GOGOMONEY;
  }

  /** Begins the payment of a checkout that was just written. */
  void begin(
      long checkoutId, @Nullable Long buyerId, PaymentMethod method, Map<Long, Money> amounts) {
    if (method == PaymentMethod.BANK_TRANSFER) {
      return;
    }
    PaymentResult result =
        payments.pay(new PayCheckout(checkoutId, buyerId, method, amounts, null));
    if (isPaidAtOnce(method) && result.status() != PaymentStatus.PAID) {
      throw new IllegalStateException("A payment out of a wallet was left open");
    }
  }

  void paid(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {
    paidEvents.fire(new OrderPaid(orderId, checkoutId, buyerId, sellerId));
  }

  /** The buyer pays out of his wallet what he meant to pay otherwise. */
  void fromWallet(String number, long buyerId) {
    Checkout checkout =
        checkouts
            .lock(number)
            .filter(found -> Long.valueOf(buyerId).equals(found.buyerId()))
            .orElseThrow(() -> new NotFound("checkout", number));
    pay(checkout, due(checkout), PaymentMethod.GOGOMONEY, null);
  }

  /**
   * The bank transfer that the buyer promised has arrived.
   *
   * @throws Conflict {@code own_money} if whoever records it buys or sells here
   */
  CheckoutView byTransfer(String number, RecordPayment payment) {
    Checkout checkout = checkouts.lock(number).orElseThrow(() -> new NotFound("checkout", number));
    List<Order> due = due(checkout);
    actors.requireUninvolved(checkout.buyerId());
    due.forEach(order -> actors.requireUninvolved(order.facts().sellerId()));
    Money total = Money.sum(due.stream().map(order -> order.facts().total()).toList());
    if (!total.equals(payment.amount())) {
      throw new Unprocessable(
          "wrong_amount", "Checkout " + number + " costs " + total + " " + Money.CURRENCY + ".");
    }
    pay(checkout, due, PaymentMethod.BANK_TRANSFER, payment.reference().strip());
    audit.record("checkout.paid", "checkout", checkout.id(), null, payment);
    return checkouts.view(number).orElseThrow(() -> new NotFound("checkout", number));
  }

  private List<Order> due(Checkout checkout) {
    checkout.requireAwaitingPayment(clock.instant());
    return orders.lockAllOf(checkout.id()).stream()
        .filter(order -> order.status() != OrderStatus.CANCELLED)
        .toList();
  }

  private void pay(
      Checkout checkout, List<Order> due, PaymentMethod method, @Nullable String reference) {
    Map<Long, Money> amounts = new TreeMap<>();
    due.forEach(order -> amounts.put(order.id(), order.facts().total()));
    PaymentResult unused =
        payments.pay(
            new PayCheckout(checkout.id(), checkout.buyerId(), method, amounts, reference));
    checkout.pay(method);
    due.forEach(order -> order.pay(method));
    for (Order order : due) {
      orders.save(order);
      OrderFacts now = order.facts();
      paid(now.id(), now.checkoutId(), now.buyerId(), now.sellerId());
    }
  }
}
