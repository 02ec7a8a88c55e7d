package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.workflow.Workflow;

/**
 * What the form in the tasklist shows of a dispute. It is read from the dispute's own rows whenever
 * somebody looks; the workflow's variables hold no more than what its steps need.
 */
@ApplicationScoped
class CaseFile {

  private static final String PARAGRAPH = "\n\n";
  private static final String FURTHER_LINE = "\n    ";
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /** Control and format characters but for the joiners, which pictures and some scripts need. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\t\u200C\u200D]]");

  @Inject Disputes disputes;
  @Inject DisputeViews views;
  @Inject Workflow workflow;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Lays the case before whoever decides, with the fields for the decision empty. */
  void prepare(DisputeCase dispute) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("decisionDueAt", Date.from(decisionDueAt()));
    variables.put("decision", null);
    variables.put("refundAmount", null);
    variables.put("resolution", null);
    variables.put("confirmation", null);
    workflow.note(dispute.businessKey(), variables);
  }

  private Instant decisionDueAt() {
    return clock.instant().plus(Duration.ofHours(settings.get(SettingsOfDisputes.DECISION_HOURS)));
  }

  DecisionCase read(DisputeCase dispute) {
    String opener = dispute.sideOf(dispute.openedBy()).orElse(DisputeCase.BUYER);
    String appeal = disputes.appealReason(dispute.id());
    String conversation =
        opener
            + ": "
            + said(dispute.reason())
            + views.messages(dispute.id()).stream()
                .map(message -> PARAGRAPH + text(message))
                .collect(Collectors.joining())
            + (appeal.isEmpty() ? "" : PARAGRAPH + "appeal: " + said(appeal));
    return new DecisionCase(
        dispute.id(),
        dispute.orderNumber(),
        opener,
        dispute.type(),
        dispute.refundable(),
        conversation,
        leftOut(views.leftOut(dispute.id())));
  }

  /** All messages, oldest first. */
  Page<String> all(long id, PageRequest page) {
    Page<DisputeMessage> messages = views.messages(id, page);
    return new Page<>(
        messages.items().stream().map(CaseFile::text).toList(), messages.nextCursor());
  }

  static String leftOut(Map<String, Integer> messages) {
    return messages.isEmpty()
        ? ""
        : messages.entrySet().stream()
            .map(side -> side.getValue() + " of the " + side.getKey())
            .sorted()
            .collect(Collectors.joining(", ", "Messages left out here: ", "."));
  }

  private static String text(DisputeMessage message) {
    return message.by()
        + ", "
        + message.createdAt()
        + ": "
        + said(message.content())
        + message.attachments().stream()
            .map(address -> FURTHER_LINE + said(address))
            .collect(Collectors.joining());
  }

  /**
   * Somebody's words: no line of them begins where the form says who speaks, and what turns the
   * direction of its neighbours or cannot be seen is shown by its number.
   */
  static String said(String words) {
    return LINE_BREAK
        .splitAsStream(words)
        .map(
            line ->
                UNSEEN
                    .matcher(line)
                    .replaceAll(found -> "<U+%04X>".formatted(found.group().codePointAt(0))))
        .collect(Collectors.joining(FURTHER_LINE));
  }
}
