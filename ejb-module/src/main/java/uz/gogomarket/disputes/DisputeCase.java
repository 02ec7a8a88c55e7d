package uz.gogomarket.disputes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;

/**
 * A dispute with what its rules need to know of its order.
 *
 * @param orderPaid what the buyer paid; nothing as long as cash is still to be taken at the door
 * @param orderRefunded what went back so far, the decision in force included
 */
record DisputeCase(
    long id,
    long orderId,
    String orderNumber,
    @Nullable Long buyerId,
    long sellerId,
    @Nullable Long courierId,
    Money orderPaid,
    Money orderRefunded,
    long openedBy,
    DisputeType type,
    String reason,
    DisputeStatus status,
    @Nullable DisputeDecision decision,
    @Nullable Money refundAmount,
    @Nullable Long refundId,
    @Nullable Long resolvedBy,
    @Nullable Instant appealDueAt,
    @Nullable Instant appealedAt,
    @Nullable Long firstResolvedBy) {

  static final String BUYER = "buyer";
  static final String SELLER = "seller";

  private static final String PREFIX = "dispute:";

  /** The name of its workflow. */
  static String businessKey(long id) {
    return PREFIX + id;
  }

  /** The dispute that a workflow is about. */
  static long idOf(String businessKey) {
    return Long.parseLong(businessKey.substring(PREFIX.length()));
  }

  String businessKey() {
    return businessKey(id);
  }

  /** Buyer or seller; empty for strangers. */
  Optional<String> sideOf(long userId) {
    if (userId == sellerId) {
      return Optional.of(SELLER);
    }
    return buyerId != null && userId == buyerId ? Optional.of(BUYER) : Optional.empty();
  }

  /** What the decision in force gave back. */
  Money refundInForce() {
    return refundAmount == null || refundId == null ? Money.ZERO : refundAmount;
  }

  /** What can still go back to the buyer, were the decision in force undone. */
  Money refundable() {
    return orderPaid.minus(orderRefunded).plus(refundInForce());
  }

  /** What whoever decides sends along to say that they know what it does with the money. */
  String confirmation(Verdict verdict) {
    return String.join(
        ":",
        appealedAt == null ? "decision" : "appeal",
        EnumConverter.label(verdict.decision()),
        verdict.refund().toString(),
        "of",
        refundable().toString());
  }

  /**
   * @throws InvalidInput unless it was confirmed, or if something else would happen by now
   */
  void requireConfirmed(Verdict verdict, @Nullable String confirmation) {
    if (!confirmation(verdict).equals(confirmation)) {
      throw InvalidInput.of("confirmation", "not_confirmed");
    }
  }

  /**
   * Whether this side got less than it could: the buyer all the money, the seller none of it back.
   */
  boolean lost(String side) {
    if (decision == null) {
      return false;
    }
    return side.equals(BUYER)
        ? decision != DisputeDecision.REFUND_FULL
        : decision != DisputeDecision.REJECT;
  }

  /**
   * @throws Conflict {@code not_appealable}
   */
  void requireAppealable(String side, Instant now) {
    boolean inTime = appealDueAt != null && now.isBefore(appealDueAt);
    if (status != DisputeStatus.RESOLVED || appealedAt != null || !inTime || !lost(side)) {
      throw new Conflict(
          "not_appealable", "This decision is not, or no longer, open to your appeal.");
    }
  }

  /**
   * That the timer has fired is not believed alone. It knows milliseconds.
   *
   * @throws IllegalStateException while there is time for an appeal
   */
  void requireAppealOver(Instant now) {
    if (appealDueAt != null && now.isBefore(appealDueAt.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalStateException(
          "Dispute " + id + " is open to an appeal until " + appealDueAt);
    }
  }

  /**
   * @throws Conflict {@code dispute_status} unless the dispute stands where it has to
   */
  void require(DisputeStatus... allowed) {
    for (DisputeStatus each : allowed) {
      if (status == each) {
        return;
      }
    }
    throw new Conflict(
        "dispute_status",
        "Dispute " + id + " is " + EnumConverter.label(status) + ": this is not possible now.");
  }

  /**
   * @throws Conflict {@code dispute_status} once an admin has decided
   */
  void requireUndecided() {
    if (decision != null) {
      throw new Conflict("dispute_status", "Dispute " + id + " has been decided.");
    }
    require(DisputeStatus.OPEN, DisputeStatus.IN_PROGRESS);
  }

  /**
   * Whose order it is, and who brought it, does nothing in it as an admin.
   *
   * @throws Conflict {@code own_dispute}
   */
  void requireNoPart(long userId) {
    if (sideOf(userId).isPresent() || (courierId != null && courierId == userId)) {
      throw new Conflict(
          "own_dispute", "One has no say as an admin in a dispute over one's own order.");
    }
  }

  /**
   * Nobody judges in their own matter or what they complained about for a guest, and nobody twice.
   *
   * @throws Conflict {@code own_dispute} or {@code same_decider}
   */
  void requireImpartial(long deciderId) {
    requireNoPart(deciderId);
    if (deciderId == openedBy) {
      throw new Conflict("own_dispute", "One cannot decide a dispute that one has opened.");
    }
    if (appealedAt != null && firstResolvedBy != null && firstResolvedBy == deciderId) {
      throw new Conflict(
          "same_decider", "An appeal is decided by somebody else than the first decision.");
    }
  }
}
