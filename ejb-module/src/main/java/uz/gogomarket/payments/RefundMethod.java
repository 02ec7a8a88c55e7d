package uz.gogomarket.payments;

/** How money goes back. */
public enum RefundMethod {
  ORIGINAL_PAYMENT,
  /** To the buyer's wallet. */
  GOGOMONEY,
  /** Accounting makes a transfer, since a guest has no wallet. */
  BANK_TRANSFER
}
