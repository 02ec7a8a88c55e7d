package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.workflow.Workflow;

/** Opens disputes over locked orders; whether somebody may is for the caller to say. */
@ApplicationScoped
class Opening {

  private static final String WORKFLOW = "dispute";

  @Inject Disputes disputes;
  @Inject OrderFlow orders;
  @Inject Workflow workflow;
  @Inject Settings settings;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<DisputeOpened> opened;

  /**
   * The order's money is frozen from now on.
   *
   * @return the dispute's id
   */
  long open(OpenDispute command, OrderFacts order) {
    long userId = actors.userId();
    long id = begin(command, order, userId);
    audit.record(
        "dispute.opened",
        "dispute",
        id,
        null,
        Map.of("order", order.orderNumber(), "type", command.type(), "reason", command.reason()));
    opened.fire(new DisputeOpened(id, order.id(), order.buyerId(), order.sellerId(), userId));
    return id;
  }

  private long begin(OpenDispute command, OrderFacts order, long userId) {
    disputes.earlier(order.id(), userId).allowAnother(order.orderNumber());
    OrderFacts unused = orders.freeze(order.id());
    long id = disputes.nextId();
    Instant answerDueAt =
        clock.instant().plus(Duration.ofHours(settings.get(SettingsOfDisputes.ANSWER_HOURS)));
    Map<String, Object> variables = new HashMap<>();
    variables.put("answerDueAt", Date.from(answerDueAt));
    variables.put("orderNumber", order.orderNumber());
    String instance = workflow.start(WORKFLOW, DisputeCase.businessKey(id), variables);
    disputes.insert(
        id, order.id(), userId, command.type(), command.reason(), answerDueAt, instance);
    List<String> attachments = command.attachments();
    if (attachments != null && !attachments.isEmpty()) {
      disputes.addMessage(id, userId, command.reason(), attachments);
    }
    return id;
  }
}
