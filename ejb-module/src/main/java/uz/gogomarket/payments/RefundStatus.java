package uz.gogomarket.payments;

/** Whether money has gone back. */
public enum RefundStatus {
  /** Waits for accounting's transfer, or for the courier's hand-in. */
  PENDING,
  COMPLETED,
  /** It never reached the buyer. */
  FAILED,
  /** It reached the buyer, and the last decision of a dispute has taken it back. */
  REVERSED
}
