package uz.gogomarket.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A checkout's payment as its buyer sees it.
 *
 * @param collected what has reached the marketplace
 * @param refunded what has gone back
 */
public record PaymentView(
    long id,
    String checkoutNumber,
    PaymentMethod method,
    Money amount,
    Money collected,
    Money refunded,
    PaymentStatus status,
    @Nullable Instant paidAt,
    Instant createdAt,
    List<Refund> refunds) {

  public PaymentView {
    refunds = List.copyOf(refunds);
  }

  /** Money on its way back to the buyer, or there already. */
  public record Refund(
      long id,
      String orderNumber,
      Money amount,
      String reason,
      RefundMethod method,
      RefundStatus status,
      Instant createdAt,
      @Nullable Instant completedAt) {

    static Refund of(RefundView refund) {
      return new Refund(
          refund.id(),
          refund.orderNumber(),
          refund.amount(),
          refund.reason(),
          refund.method(),
          refund.status(),
          refund.createdAt(),
          refund.completedAt());
    }
  }
}
