package uz.gogomarket.commissions;

/** What became of a frozen share. */
public enum CommissionStatus {
  /** The order is not settled yet. */
  PENDING,
  /** It was taken when the order was settled. */
  PAID,
  /** The order was cancelled or refunded before. */
  CANCELLED
}
