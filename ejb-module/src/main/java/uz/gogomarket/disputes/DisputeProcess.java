package uz.gogomarket.disputes;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.workflow.Workflow;

/**
 * The steps of the workflow {@code dispute}. Each runs in the transaction that drives the workflow:
 * whatever fails leaves the workflow, the dispute and the money where they were. Which dispute it
 * is about is told by the business key, which stays what it was at the start; variables can be
 * written by whoever completes a task.
 */
@Stateless
@Internal
@Named("disputeProcess")
@Elevated
public class DisputeProcess {

  @Inject Disputes disputes;
  @Inject CaseFile caseFile;
  @Inject OrderFlow orders;
  @Inject Workflow workflow;
  @Inject Settings settings;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<DisputeDecided> decided;
  @Inject Event<DisputeClosed> closed;

  /** The other side has answered, or its time is over. */
  public void prepareDecision(String businessKey) {
    long id = DisputeCase.idOf(businessKey);
    DisputeCase dispute = lock(id);
    dispute.require(DisputeStatus.OPEN);
    disputes.move(id, DisputeStatus.IN_PROGRESS);
    caseFile.prepare(dispute);
    audit.record(
        "dispute.laid_before_admin",
        "dispute",
        id,
        Map.of("status", DisputeStatus.OPEN),
        Map.of("status", DisputeStatus.IN_PROGRESS));
  }

  /** An admin has decided: the money moves, and the time for an appeal begins. */
  public void decide(
      String businessKey,
      @Nullable String decision,
      @Nullable String refundAmount,
      @Nullable String resolution,
      @Nullable String confirmation) {
    long id = DisputeCase.idOf(businessKey);
    long decider = actors.userId();
    DisputeCase dispute = lock(id);
    dispute.require(DisputeStatus.IN_PROGRESS);
    dispute.requireImpartial(decider);
    Verdict verdict = Verdict.of(decision, refundAmount, resolution, dispute.refundable());
    dispute.requireConfirmed(verdict, confirmation);
    Instant now = clock.instant();
    Instant appealDueAt = now.plus(Duration.ofHours(settings.get(SettingsOfDisputes.APPEAL_HOURS)));
    Long refundId = refund(dispute, verdict);
    disputes.decided(dispute, verdict, refundId, decider, now, appealDueAt);
    workflow.note(dispute.businessKey(), Map.of("appealDueAt", Date.from(appealDueAt)));
    audit.record("dispute.decided", "dispute", id, status(dispute), facts(verdict));
    decided.fire(
        new DisputeDecided(
            id,
            dispute.orderId(),
            dispute.buyerId(),
            dispute.sellerId(),
            verdict.decision(),
            false));
  }

  /** No admin has decided in time: the dispute is put before all others, the money stays frozen. */
  public void urge(String businessKey) {
    workflow.putFirst(businessKey);
    long id = DisputeCase.idOf(businessKey);
    audit.record("dispute.decision_overdue", "dispute", id, null, null);
  }

  /** The side that lost has appealed. */
  public void prepareAppeal(String businessKey) {
    long id = DisputeCase.idOf(businessKey);
    caseFile.prepare(lock(id));
  }

  /** Somebody else has decided for good: the money is corrected, and all is over. */
  public void decideAppeal(
      String businessKey,
      @Nullable String decision,
      @Nullable String refundAmount,
      @Nullable String resolution,
      @Nullable String confirmation) {
    long id = DisputeCase.idOf(businessKey);
    long decider = actors.userId();
    DisputeCase dispute = lock(id);
    dispute.require(DisputeStatus.IN_PROGRESS);
    dispute.requireImpartial(decider);
    Verdict verdict = Verdict.of(decision, refundAmount, resolution, dispute.refundable());
    dispute.requireConfirmed(verdict, confirmation);
    Long refundId = correct(dispute, verdict);
    disputes.decidedForGood(dispute, verdict, refundId, decider, clock.instant());
    audit.record("dispute.decided_for_good", "dispute", id, status(dispute), facts(verdict));
    decided.fire(
        new DisputeDecided(
            id,
            dispute.orderId(),
            dispute.buyerId(),
            dispute.sellerId(),
            verdict.decision(),
            true));
    end(dispute, verdict.decision());
  }

  /** Nobody has appealed in time. */
  public void close(String businessKey) {
    long id = DisputeCase.idOf(businessKey);
    DisputeCase dispute = lock(id);
    dispute.require(DisputeStatus.RESOLVED);
    dispute.requireAppealOver(clock.instant());
    disputes.closed(id, clock.instant());
    end(dispute, dispute.decision());
  }

  /** Who opened it takes it back. */
  public void withdraw(String businessKey) {
    long id = DisputeCase.idOf(businessKey);
    DisputeCase dispute = lock(id);
    dispute.requireUndecided();
    disputes.withdrawn(id, clock.instant());
    audit.record("dispute.withdrawn", "dispute", id, status(dispute), null);
    end(dispute, null);
  }

  /** What it was when it was locked. */
  private static Map<String, DisputeStatus> status(DisputeCase dispute) {
    return Map.of("status", dispute.status());
  }

  private void end(DisputeCase dispute, @Nullable DisputeDecision decision) {
    String what = "Dispute " + dispute.id();
    OrderFacts unused =
        decision == DisputeDecision.REPLACE
            ? orders.awaitReplacement(
                dispute.orderId(), what + " is over: the seller sends a replacement")
            : orders.endDispute(dispute.orderId(), what + " is over");
    audit.record("dispute.closed", "dispute", dispute.id(), status(dispute), null);
    closed.fire(
        new DisputeClosed(dispute.id(), dispute.orderId(), dispute.buyerId(), dispute.sellerId()));
  }

  private @Nullable Long refund(DisputeCase dispute, Verdict verdict) {
    if (verdict.refund().isZero()) {
      return null;
    }
    return orders
        .refundDisputed(dispute.orderId(), verdict.refund(), "Dispute " + dispute.id())
        .refundId();
  }

  /**
   * The last decision's money instead of the first one's; nothing moves where they are the same.
   */
  private @Nullable Long correct(DisputeCase dispute, Verdict verdict) {
    Money before = dispute.refundAmount() == null ? Money.ZERO : dispute.refundAmount();
    Long refundId = dispute.refundId();
    if (before.equals(verdict.refund())) {
      return refundId;
    }
    if (refundId != null) {
      OrderFacts unused =
          orders.undoRefund(
              dispute.orderId(), refundId, before, "Appeal in dispute " + dispute.id());
    }
    return refund(dispute, verdict);
  }

  /** Locks the order, then the dispute. */
  private DisputeCase lock(long id) {
    OrderFacts unused = orders.lock(disputes.find(id).orderId());
    return disputes.lock(id);
  }

  private static Map<String, Object> facts(Verdict verdict) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("decision", verdict.decision());
    facts.put("refund", verdict.refund());
    facts.put("resolution", verdict.resolution());
    return facts;
  }
}
