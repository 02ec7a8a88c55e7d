package uz.gogomarket.payments;

/** Whether money has gone back. */
public enum RefundStatus {
  /** Waits for accounting's transfer, or for the courier's hand-in. */
  PENDING,
  COMPLETED,
  /** It did not reach the buyer, or was undone by the last decision of a dispute. */
  FAILED
}
