package uz.gogomarket.disputes;

/** Where a dispute stands. */
public enum DisputeStatus {
  /** Waits for the other side's answer. */
  OPEN,
  /** Waits for an admin's decision, the first or the last. */
  IN_PROGRESS,
  /** Decided; the side that lost may still appeal. */
  RESOLVED,
  CLOSED
}
