package uz.gogomarket.disputes;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.workflow.Workflow;

/** What buyers and sellers do in a dispute; everybody finds only their own. */
@Stateless
@Allow({Roles.BUYER, Roles.SELLER})
public class DisputeService {

  @Inject Disputes disputes;
  @Inject DisputeViews views;
  @Inject Opening opening;
  @Inject OrderFlow orders;
  @Inject Workflow workflow;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<DisputeAnswered> answered;

  /**
   * Opens a dispute over an order that one bought or sold; its money is frozen from now on.
   *
   * @throws NotFound if one has no such order
   * @throws Conflict {@code dispute_open} if there is one already, {@code dispute_decided} after
   *     one that did not end with a replacement, {@code dispute_withdrawn} if one has withdrawn
   *     twice, {@code not_disputable} outside of the time for it
   */
  @FreshSession
  @Elevated
  public DisputeDetail open(OpenDispute command) {
    return get(opening.open(command, lockOwn(command.orderNumber(), actors.userId())));
  }

  /** One's disputes, newest first. */
  public Page<DisputeSummary> list(@Nullable DisputeStatus status, PageRequest page) {
    return views.of(actors.userId(), status, page);
  }

  /**
   * One of one's disputes.
   *
   * @throws NotFound if there is no such one
   */
  public DisputeDetail get(long id) {
    return views.of(actors.userId(), id).orElseThrow(() -> new NotFound("dispute", id));
  }

  /** Says something, while the dispute lasts. */
  @FreshSession
  @Elevated
  public DisputeDetail write(long id, WriteMessage message) {
    DisputeCase dispute = lockOwn(id);
    dispute.require(DisputeStatus.OPEN, DisputeStatus.IN_PROGRESS, DisputeStatus.RESOLVED);
    say(dispute, "dispute.message_written", message.content(), message.attachments());
    return get(id);
  }

  /**
   * Answers as the side that did not open the dispute; an admin decides next.
   *
   * @throws Conflict {@code dispute_status} once the deadline is over
   */
  @FreshSession
  @Elevated
  public DisputeDetail answer(long id, WriteMessage answer) {
    DisputeCase dispute = lockOwn(id);
    if (dispute.openedBy() == actors.userId()) {
      throw new Conflict("own_dispute", "The other side answers, not who opened the dispute.");
    }
    dispute.require(DisputeStatus.OPEN);
    say(dispute, "dispute.answered", answer.content(), answer.attachments());
    disputes.answered(id, clock.instant());
    answered.fire(
        new DisputeAnswered(id, dispute.orderId(), dispute.buyerId(), dispute.sellerId()));
    workflow.tell("dispute-answered", dispute.businessKey(), Map.of());
    return get(id);
  }

  /**
   * Takes back a dispute that one opened, before it is decided; the money goes its way.
   *
   * @throws Conflict {@code dispute_status} once it is decided
   */
  @FreshSession
  @Elevated
  public DisputeDetail withdraw(long id) {
    DisputeCase dispute = lockOwn(id);
    if (dispute.openedBy() != actors.userId()) {
      throw new Conflict("not_opener", "Only who opened the dispute can take it back.");
    }
    dispute.requireUndecided();
    workflow.tell("dispute-withdrawn", dispute.businessKey(), Map.of());
    return get(id);
  }

  /**
   * Asks for another decision, once, as the side that lost.
   *
   * @throws Conflict {@code not_appealable}
   */
  @FreshSession
  @Elevated
  public DisputeDetail appeal(long id, AppealDispute command) {
    DisputeCase dispute = lockOwn(id);
    Instant now = clock.instant();
    long userId = actors.userId();
    dispute.requireAppealable(dispute.sideOf(userId).orElseThrow(), now);
    disputes.appealed(id, userId, command.reason(), now);
    audit.record(
        "dispute.appealed",
        "dispute",
        id,
        Map.of("status", dispute.status()),
        Map.of("reason", command.reason()));
    workflow.tell("dispute-appealed", dispute.businessKey(), Map.of());
    return get(id);
  }

  private void say(
      DisputeCase dispute, String action, String content, @Nullable List<String> attachments) {
    long userId = actors.userId();
    long message = disputes.addMessage(dispute.id(), userId, content, attachments);
    audit.record(action, "dispute", dispute.id(), null, Map.of("message", message));
  }

  private OrderFacts lockOwn(String orderNumber, long userId) {
    OrderFacts order = orders.lock(orders.facts(orderNumber).id());
    Long buyerId = order.buyerId();
    if (order.sellerId() != userId && (buyerId == null || buyerId != userId)) {
      throw new NotFound("order", orderNumber);
    }
    return order;
  }

  /** Locks the order, then the dispute. */
  private DisputeCase lockOwn(long id) {
    DisputeCase seen = disputes.find(id);
    if (seen.sideOf(actors.userId()).isEmpty()) {
      throw new NotFound("dispute", id);
    }
    OrderFacts unused = orders.lock(seen.orderId());
    return disputes.lock(id);
  }
}
