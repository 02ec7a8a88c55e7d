package uz.gogomarket.wallets;

/** Why money moved. */
public enum TransactionType {
  DEPOSIT,
  WITHDRAWAL,
  PURCHASE,
  REFUND,
  COMMISSION,
  PAYOUT,
  BONUS,
  /** The release of an order's money to seller, courier and platform. */
  EARNING,
  ADJUSTMENT
}
