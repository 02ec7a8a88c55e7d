package uz.gogomarket.wallets;

/** The kinds of account of the journal; the platform has one of each kind that is not personal. */
public enum AccountKind {
  /** What a user can spend: GoGoMoney. */
  WALLET(true),
  /** What a user owes the platform; zero or negative, settled first by whatever comes in. */
  RECEIVABLE(true),
  /** Cash that a courier has taken and not yet handed in; zero or negative. */
  COURIER_CASH(true),
  /** Money of orders that is held until the hold is over. */
  ESCROW(false),
  /** Orders' money that couriers still carry: becomes escrow at the hand-in. */
  CASH_ON_DELIVERY(false),
  COMMISSION_REVENUE(false),
  TAX_PAYABLE(false),
  /** Pays couriers where delivery was free for the buyer. */
  DELIVERY_SUBSIDY(false),
  GOODWILL(false),
  /** What came in or went out by bank transfer. */
  BANK_CLEARING(false),
  /** What came in or went out over the till. */
  CASH_CLEARING(false);

  private final boolean personal;

  AccountKind(boolean personal) {
    this.personal = personal;
  }

  /** Whether each user has an account of this kind. */
  public boolean isPersonal() {
    return personal;
  }

  /** Whether the account holds money order by order, and no order may give out more than it has. */
  boolean isHeldPerOrder() {
    return this == ESCROW || this == CASH_ON_DELIVERY;
  }
}
