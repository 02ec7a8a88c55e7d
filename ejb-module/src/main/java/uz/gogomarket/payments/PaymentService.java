package uz.gogomarket.payments;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.MoneyNotHeld;
import uz.gogomarket.wallets.OrderFunds;
import uz.gogomarket.wallets.TransactionType;

/**
 * Takes buyers' money and gives it back, on behalf of the use cases of orders and delivery, which
 * hold the locks on checkout and order.
 */
@Stateless
@Internal
@Elevated
public class PaymentService {

  @Inject PaymentTable payments;
  @Inject RefundTable refunds;
  @Inject Refunding refunding;
  @Inject Ledger ledger;
  @Inject @Any Instance<PaymentGateway> gateways;
  @Inject Event<PaymentTried> tried;

  /**
   * Pays a checkout. From the wallet the money is in escrow when this returns; with cash the
   * payment stays pending.
   *
   * @throws uz.gogomarket.wallets.InsufficientFunds if the wallet holds too little
   * @throws Conflict {@code already_paid} if it is paid, or waits for payment the same way, or the
   *     reference was booked before
   * @throws Unprocessable {@code payment_method_unavailable}, {@code wallet_required}
   */
  public PaymentResult pay(PayCheckout checkout) {
    PaymentGateway gateway = gatewayOf(checkout.method());
    return pay(checkout, gateway);
  }

  /**
   * Gives money of an order back, see {@link RefundResult}. The amount is at most what was paid for
   * the order and has not gone back yet.
   *
   * @throws MoneyNotHeld if there is not that much left
   */
  public RefundResult refund(RefundOrder refund) {
    if (!refund.amount().isPositive()) {
      throw new IllegalArgumentException("A refund is more than nothing");
    }
    return refunding.refund(refund);
  }

  /**
   * Undoes a refund that was made before the release and that a last decision has overturned: the
   * order holds the money again, the buyer is charged what was paid. What a guest's bank got cannot
   * be taken back, it is at the platform's cost.
   *
   * @param parties whose wallets move, now or when the order ends in the same transaction
   * @param reason is read by buyer and seller
   */
  public void undoRefund(long checkoutId, long refundId, Set<Long> parties, String reason) {
    refunding.undo(checkoutId, refundId, parties, reason);
  }

  /**
   * A courier has taken the cash for an order: from now on the courier owes it.
   *
   * @throws Conflict {@code cash_already_taken} if it was taken before
   */
  public void cashTaken(CourierCash cash) {
    payments.lock(cash.checkoutId());
    OrderFunds funds = ledger.fundsOf(cash.orderId());
    if (funds.cashOnDelivery().isPositive()
        || funds.escrow().isPositive()
        || funds.released().isPositive()) {
      throw new Conflict("cash_already_taken", "The order has been paid.");
    }
    ledger.post(
        TransactionType.PURCHASE,
        "order",
        cash.orderId(),
        "Cash taken by the courier",
        List.of(
            Leg.courierCash(cash.courierId(), cash.amount().negate(), cash.orderId()),
            Leg.platform(AccountKind.CASH_ON_DELIVERY, cash.amount(), cash.orderId())));
  }

  /**
   * Accounting has received the cash of some orders: it becomes their escrow, and refunds that
   * waited for it are paid.
   *
   * @throws MoneyNotHeld if the courier has not taken it, or it was handed in before
   */
  public void cashHandedIn(List<CourierCash> handedIn) {
    payments.lockAll(handedIn.stream().map(CourierCash::checkoutId).toList());
    List<RefundView> waiting =
        refunds.waitingForCash(handedIn.stream().map(CourierCash::orderId).toList());
    ledger.lock(
        Stream.concat(
                handedIn.stream().map(CourierCash::courierId),
                waiting.stream().flatMap(refund -> Stream.ofNullable(refund.userId())))
            .collect(Collectors.toSet()));
    handedIn.forEach(this::collect);
    waiting.forEach(refunding::payWaiting);
  }

  private void collect(CourierCash cash) {
    Long payment = payments.lock(cash.checkoutId()).orElse(null);
    ledger.post(
        TransactionType.PURCHASE,
        "order",
        cash.orderId(),
        "Cash handed in",
        List.of(
            Leg.courierCash(cash.courierId(), cash.amount(), cash.orderId()),
            Leg.platform(AccountKind.CASH_CLEARING, cash.amount().negate(), cash.orderId()),
            Leg.platform(AccountKind.CASH_ON_DELIVERY, cash.amount().negate(), cash.orderId()),
            Leg.escrow(cash.orderId(), cash.amount())));
    if (payment != null) {
      payments.collected(payment, cash.amount());
    }
  }

  private PaymentResult pay(PayCheckout checkout, PaymentGateway gateway) {
    boolean free = checkout.total().isZero();
    boolean atOnce = free || gateway.collectsAtOnce();
    PaymentStatus status = atOnce ? PaymentStatus.PAID : PaymentStatus.PENDING;
    tried.fire(new PaymentTried(checkout.method(), status));
    PaymentTable.Begun begun = payments.begin(checkout, gateway.id(), atOnce);
    Long id = begun.id();
    if (!begun.offered()) {
      throw unavailable();
    }
    if (id == null) {
      throw new Conflict("already_paid", "The checkout, or the reference, has been paid before.");
    }
    if (!free) {
      gateway.collect(id, checkout);
    }
    return new PaymentResult(id, status);
  }

  private PaymentGateway gatewayOf(PaymentMethod method) {
    return gateways.stream()
        .filter(gateway -> gateway.method() == method)
        .findFirst()
        .orElseThrow(PaymentService::unavailable);
  }

  private static Unprocessable unavailable() {
    return new Unprocessable(
        "payment_method_unavailable", "This payment method is not offered at the moment.");
  }
}
