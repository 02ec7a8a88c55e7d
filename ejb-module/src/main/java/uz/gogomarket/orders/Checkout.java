package uz.gogomarket.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Versioned;

/**
 * What a buyer placed at once, and its one payment. It is written when it is placed ({@link
 * CheckoutWriter}); {@link Checkouts} locks it before it is read, and before its orders.
 */
@Entity
@Table(name = "checkouts")
class Checkout extends Versioned {

  @Column(name = "checkout_number", updatable = false)
  private String number;

  @Column(name = "buyer_id", updatable = false)
  private @Nullable Long buyerId;

  @Convert(converter = CheckoutStatusConverter.class)
  private CheckoutStatus status;

  @Convert(converter = PaymentMethodConverter.class)
  @Column(name = "payment_method")
  private PaymentMethod paymentMethod;

  @Column(name = "total_amount")
  private Money total;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Checkout() {}

  /**
   * @throws Conflict {@code not_awaiting_payment} where it is paid, or its time is over
   */
  void requireAwaitingPayment(Instant now) {
    if (status != CheckoutStatus.AWAITING_PAYMENT || isOverdue(now)) {
      throw new Conflict(
          "not_awaiting_payment",
          "Checkout " + number + " is not, or no longer, waiting for payment.");
    }
  }

  /** All its orders that still stand are paid. */
  void pay(PaymentMethod method) {
    this.status = CheckoutStatus.PAID;
    this.paymentMethod = method;
    this.expiresAt = null;
  }

  /**
   * Nobody paid in time.
   *
   * @return whether that is so
   */
  boolean expire(Instant now) {
    if (status != CheckoutStatus.AWAITING_PAYMENT || !isOverdue(now)) {
      return false;
    }
    this.status = CheckoutStatus.EXPIRED;
    return true;
  }

  /** Without an order that stands nothing is left to pay. */
  void endIfAllCancelled(List<Order> orders) {
    boolean open =
        status == CheckoutStatus.AWAITING_PAYMENT || status == CheckoutStatus.CASH_ON_DELIVERY;
    if (open && orders.stream().allMatch(order -> order.status() == OrderStatus.CANCELLED)) {
      this.status = CheckoutStatus.CANCELLED;
    }
  }

  /** What an order costs is not asked any more: it was cancelled before it was paid. */
  void waive(Money amount) {
    this.total = total.minus(amount);
  }

  String number() {
    return number;
  }

  CheckoutStatus status() {
    return status;
  }

  Money total() {
    return total;
  }

  @Nullable Long buyerId() {
    return buyerId;
  }

  private boolean isOverdue(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
