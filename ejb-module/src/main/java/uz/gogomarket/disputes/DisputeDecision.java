package uz.gogomarket.disputes;

/** What an admin decides. */
public enum DisputeDecision {
  /** The buyer gets back all that was paid and not refunded before. */
  REFUND_FULL,
  /** The buyer gets a part back. */
  REFUND_PARTIAL,
  /**
   * The seller sends other goods; the hold begins again, and if nothing comes the buyer can open
   * another dispute.
   */
  REPLACE,
  /** The seller was right; the money goes its way. */
  REJECT
}
