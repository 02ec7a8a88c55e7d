package uz.gogomarket.orders;

/** Where the one payment of a checkout stands. */
public enum CheckoutStatus {
  AWAITING_PAYMENT,
  PAID,
  CASH_ON_DELIVERY,
  EXPIRED,
  CANCELLED
}
