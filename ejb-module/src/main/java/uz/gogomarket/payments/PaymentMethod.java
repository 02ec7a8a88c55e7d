package uz.gogomarket.payments;

/** How a buyer wants to pay. */
public enum PaymentMethod {
  /** In cash, when the goods are handed over. */
  CASH,
  CARD,
  /** From the wallet. */
  GOGOMONEY,
  BANK_TRANSFER
}
