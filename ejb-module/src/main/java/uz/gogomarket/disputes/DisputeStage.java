package uz.gogomarket.disputes;

/** Whom a dispute waits for. */
public enum DisputeStage {
  AWAITING_ANSWER,
  AWAITING_DECISION,
  AWAITING_APPEAL,
  AWAITING_FINAL_DECISION,
  CLOSED;

  static DisputeStage of(DisputeStatus status, boolean appealed) {
    return switch (status) {
      case OPEN -> AWAITING_ANSWER;
      case IN_PROGRESS -> appealed ? AWAITING_FINAL_DECISION : AWAITING_DECISION;
      case RESOLVED -> AWAITING_APPEAL;
      case CLOSED -> CLOSED;
    };
  }
}
