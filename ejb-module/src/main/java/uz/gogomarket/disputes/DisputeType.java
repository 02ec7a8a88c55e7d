package uz.gogomarket.disputes;

/** What a dispute is about. */
public enum DisputeType {
  PRODUCT_ISSUE,
  DELIVERY_ISSUE,
  PAYMENT_ISSUE,
  OTHER
}
