package uz.gogomarket.payments;

import org.jspecify.annotations.Nullable;

/**
 * What came of a refund.
 *
 * @param refundId none where nothing had been paid
 */
public record RefundResult(@Nullable Long refundId, Outcome outcome) {

  /** What happened to the money. */
  public enum Outcome {
    COMPLETED,
    /** It is promised, and waits for accounting or for the courier's hand-in. */
    PENDING,
    /** Nothing had been paid, so nothing goes back, and nothing is expected any more. */
    NOTHING_PAID
  }
}
