package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.disputes.DecideDispute;
import uz.gogomarket.disputes.DecisionCase;
import uz.gogomarket.disputes.DisputeDecision;
import uz.gogomarket.disputes.DisputeDesk;
import uz.gogomarket.disputes.DisputeDetail;
import uz.gogomarket.disputes.DisputeService;
import uz.gogomarket.disputes.DisputeType;
import uz.gogomarket.disputes.OpenDispute;
import uz.gogomarket.disputes.WriteMessage;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;

/** The steps of a dispute, as its sides, an admin and the time take them. */
@ApplicationScoped
public class Disputing {

  @Inject Accounts accounts;
  @Inject Trade trade;
  @Inject DisputeService disputes;
  @Inject DisputeDesk desk;

  /** Buyer or seller opens a dispute. */
  public long opened(long opener, OrderFacts order) {
    return as(opener, () -> disputes.open(complaint(order))).dispute().id();
  }

  /** An admin opens a dispute on behalf of a guest. */
  public long openedForGuest(long admin, OrderFacts order) {
    return asAdmin(admin, () -> desk.open(complaint(order))).dispute().id();
  }

  private static OpenDispute complaint(OrderFacts order) {
    return new OpenDispute(
        order.orderNumber(), DisputeType.PRODUCT_ISSUE, "The spout is broken", null);
  }

  public DisputeDetail answered(long answerer, long dispute) {
    return as(
        answerer,
        () -> disputes.answer(dispute, new WriteMessage("It left us in one piece", null)));
  }

  /** The buyer has opened it and the seller has answered: an admin decides next. */
  public long waitsForDecision(Trade.Parties parties, OrderFacts order) {
    long dispute = opened(parties.buyer(), order);
    DisputeDetail unused = answered(parties.seller(), dispute);
    return dispute;
  }

  public DisputeDetail decided(long admin, long dispute, DisputeDecision decision) {
    return decided(admin, dispute, decision, null);
  }

  public DisputeDetail decided(
      long admin, long dispute, DisputeDecision decision, @Nullable Money refund) {
    return asAdmin(
        admin, () -> desk.decide(dispute, new DecideDispute(decision, refund, "As it was seen")));
  }

  /** An admin who may decide disputes. */
  public long newAdmin() {
    return accounts.newAdmin(Permissions.DISPUTES_DECIDE);
  }

  public <T> T as(long side, Supplier<T> work) {
    return accounts.withoutSession(side, Set.of(Roles.BUYER, Roles.SELLER), work);
  }

  public <T> T asAdmin(long admin, Supplier<T> work) {
    return accounts.withoutSession(admin, Set.of(Roles.ADMIN, Permissions.DISPUTES_DECIDE), work);
  }

  /** Where the workflow of the dispute stands; nowhere once it has ended. */
  public List<String> waitsAt(long dispute) {
    return running(dispute)
        .map(instance -> runtime().getActiveActivityIds(instance.getId()))
        .orElse(List.of());
  }

  /** What the form in the tasklist shows. */
  public DecisionCase shown(long dispute) {
    return asAdmin(newAdmin(), () -> desk.caseOf(dispute));
  }

  /** What the workflow knows. */
  public @Nullable Object variable(long dispute, String name) {
    return runtime().getVariable(running(dispute).orElseThrow().getId(), name);
  }

  /** Writes a variable into the workflow, as nobody should be able to. */
  public void write(long dispute, String name, String value) {
    runtime().setVariable(running(dispute).orElseThrow().getId(), name, value);
  }

  /** How many workflows run about the order. */
  public long workflowsOf(OrderFacts order) {
    return runtime()
        .createProcessInstanceQuery()
        .variableValueEquals("orderNumber", order.orderNumber())
        .count();
  }

  /** The deadline that the dispute's workflow waits for is over now. */
  public void deadlinePasses(long dispute) {
    appealsNoMore(dispute);
    management().executeJob(timer(dispute).getId());
  }

  /** The time for an appeal is over, as the dispute's row has it. */
  public void appealsNoMore(long dispute) {
    trade.change(
        "update disputes set appeal_due_at = now() where id = ? and appeal_due_at > now()",
        dispute);
  }

  /** The engine's timer alone, as somebody would who can do nothing but move its time. */
  public void timerFires(long dispute) {
    management().executeJob(timer(dispute).getId());
  }

  /** The deadline is over for the engine, whose own threads find out. */
  public void deadlinePassesUnwatched(List<Long> disputes) {
    for (long dispute : disputes) {
      management().setJobDuedate(timer(dispute).getId(), new Date(0));
    }
    jobThreadsLookNow();
  }

  /** Whether the engine's threads have tried the step after the deadline in vain. */
  public boolean hasFailed(long dispute) {
    return timer(dispute).getExceptionMessage() != null;
  }

  /** Lets the engine's threads try once more, without waiting. */
  public void tryAgain(long dispute) {
    management().setJobDuedate(timer(dispute).getId(), new Date(0));
    jobThreadsLookNow();
  }

  /** The task that waits for an admin. */
  public Task task(long dispute) {
    return engine()
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey("dispute:" + dispute)
        .singleResult();
  }

  private static void jobThreadsLookNow() {
    ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration())
        .getJobExecutor()
        .jobWasAdded();
  }

  private static Job timer(long dispute) {
    return management()
        .createJobQuery()
        .processInstanceId(running(dispute).orElseThrow().getId())
        .timers()
        .singleResult();
  }

  private static Optional<ProcessInstance> running(long dispute) {
    return Optional.ofNullable(
        runtime()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey("dispute:" + dispute)
            .singleResult());
  }

  private static RuntimeService runtime() {
    return engine().getRuntimeService();
  }

  private static ManagementService management() {
    return engine().getManagementService();
  }

  private static ProcessEngine engine() {
    return BpmPlatform.getDefaultProcessEngine();
  }
}
