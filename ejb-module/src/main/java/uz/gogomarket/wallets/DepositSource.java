package uz.gogomarket.wallets;

/** How money came in. */
public enum DepositSource {
  BANK,
  CASH
}
