package uz.gogomarket.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.FinalShares;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.workflow.Workflow;
import uz.gogomarket.workflow.WorkflowTask;

/** What admins do in disputes outside of the tasklist; both ways finish the same task. */
@Stateless
@Allow(Permissions.DISPUTES_DECIDE)
public class DisputeDesk {

  @Inject Disputes disputes;
  @Inject DisputeViews views;
  @Inject CaseFile caseFile;
  @Inject Opening opening;
  @Inject OrderFlow orders;
  @Inject Workflow workflow;
  @Inject Actors actors;
  @Inject Audit audit;

  /** All disputes, newest first. */
  public Page<DisputeSummary> list(@Nullable DisputeStatus status, PageRequest page) {
    return views.all(status, page);
  }

  /**
   * Any dispute.
   *
   * @throws NotFound if there is no such one
   */
  public DisputeDetail get(long id) {
    return views.any(id).orElseThrow(() -> new NotFound("dispute", id));
  }

  /**
   * Opens a dispute on behalf of a guest, who has no account to open it with; somebody else decides
   * it.
   *
   * @throws NotFound if there is no such order
   * @throws Conflict {@code not_a_guest} where the buyer has an account, {@code own_dispute} over
   *     what one sold or brought; else as {@link DisputeService#open}
   */
  @FreshSession
  @Elevated
  public DisputeDetail open(OpenDispute command) {
    OrderFacts order = orders.lock(orders.facts(command.orderNumber()).id());
    if (order.buyerId() != null) {
      throw new Conflict(
          "not_a_guest",
          "The buyer of order " + order.orderNumber() + " has an account to open disputes with.");
    }
    long userId = actors.userId();
    if (order.sellerId() == userId || Long.valueOf(userId).equals(order.courierId())) {
      throw new Conflict(
          "own_dispute", "One cannot complain for the buyer of what one sold or brought.");
    }
    return get(opening.open(command, order));
  }

  /**
   * Asks both sides something, or tells them.
   *
   * @throws Conflict {@code own_dispute}
   */
  @FreshSession
  @Elevated
  public DisputeDetail write(long id, WriteMessage message) {
    DisputeCase dispute = lock(id);
    dispute.require(DisputeStatus.OPEN, DisputeStatus.IN_PROGRESS, DisputeStatus.RESOLVED);
    long userId = actors.userId();
    dispute.requireNoPart(userId);
    long written = disputes.addMessage(id, userId, message.content(), message.attachments());
    audit.record("dispute.message_written", "dispute", id, null, Map.of("message", written));
    return get(id);
  }

  /**
   * Takes the task of deciding.
   *
   * @throws Conflict {@code task_taken} if somebody else has; {@code own_dispute}, {@code
   *     same_decider}
   */
  @FreshSession
  public DisputeDetail claim(long id) {
    DisputeCase dispute = disputes.find(id);
    dispute.requireImpartial(actors.userId());
    workflow.claim(task(dispute).id());
    audit.record("dispute.claimed", "dispute", id, null, null);
    return get(id);
  }

  /**
   * Decides, the first time or for good; the money moves in the same transaction.
   *
   * @throws Conflict {@code dispute_status} if there is nothing to decide, {@code own_dispute},
   *     {@code same_decider}, {@code task_taken}
   * @throws uz.gogomarket.platform.InvalidInput if the decision makes no sense
   */
  @FreshSession
  @Elevated
  public DisputeDetail decide(long id, DecideDispute command) {
    DisputeCase dispute = lock(id);
    String task = task(dispute).id();
    String decision = EnumConverter.label(command.decision());
    String amount = command.refundAmount() == null ? null : command.refundAmount().toString();
    Verdict verdict = Verdict.of(decision, amount, command.resolution(), dispute.refundable());
    Map<String, Object> variables = new HashMap<>();
    variables.put("decision", decision);
    variables.put("refundAmount", amount);
    variables.put("resolution", command.resolution());
    variables.put("confirmation", dispute.confirmation(verdict));
    workflow.complete(task, variables);
    return get(id);
  }

  /**
   * The dispute that a task of the tasklist is about.
   *
   * @throws NotFound if there is no such task, or not for whoever asks
   */
  public long ofTask(String taskId) {
    return workflow
        .task(taskId)
        .map(task -> DisputeCase.idOf(task.businessKey()))
        .orElseThrow(() -> new NotFound("task", taskId));
  }

  /** What the form shows of a dispute. */
  @Elevated
  public DecisionCase caseOf(long id) {
    return caseFile.read(disputes.find(id));
  }

  /** A part of all that was said, from the beginning, as text. */
  public Page<String> conversation(long id, PageRequest page) {
    disputes.find(id);
    return caseFile.all(id, page);
  }

  /**
   * What a decision would do with the money; nothing happens yet.
   *
   * @throws uz.gogomarket.platform.InvalidInput if the decision makes no sense
   */
  @Elevated
  public DecisionOutcome foresee(
      long id, @Nullable String decision, @Nullable String refundAmount) {
    DisputeCase dispute = disputes.find(id);
    Verdict verdict = Verdict.foreseen(decision, refundAmount, dispute.refundable());
    FinalShares shares =
        orders.sharesAfter(dispute.orderId(), dispute.refundInForce(), verdict.refund());
    return new DecisionOutcome(
        Consequences.of(dispute, verdict, shares), dispute.confirmation(verdict));
  }

  private DisputeCase lock(long id) {
    OrderFacts unused = orders.lock(disputes.find(id).orderId());
    return disputes.lock(id);
  }

  private WorkflowTask task(DisputeCase dispute) {
    dispute.require(DisputeStatus.IN_PROGRESS);
    return workflow.tasks(dispute.businessKey()).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("task", dispute.businessKey()));
  }
}
