package uz.gogomarket.payments;

/** Whether money has come, and gone back. */
public enum PaymentStatus {
  PENDING,
  PAID,
  /** Nothing came, and nothing will. */
  FAILED,
  /** All that came went back. */
  REFUNDED,
  PARTIALLY_REFUNDED
}
