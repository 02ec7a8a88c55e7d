package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.workflow.Workflow;

/** What the form in the tasklist shows of a dispute. */
@ApplicationScoped
class CaseFile {

  /** The engine keeps texts of up to 4,000 characters. */
  private static final int MAX_CHARACTERS = 3_900;

  @Inject DisputeViews views;
  @Inject Workflow workflow;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Lays the case before whoever decides, with the fields for the decision empty. */
  void prepare(DisputeCase dispute, @Nullable String appealReason) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("orderNumber", dispute.orderNumber());
    variables.put("openedBy", dispute.sideOf(dispute.openedBy()).orElse(DisputeCase.BUYER));
    variables.put("disputeType", EnumConverter.label(dispute.type()));
    variables.put("refundable", dispute.refundable().toString());
    variables.put("conversation", conversation(dispute, appealReason));
    variables.put("decisionDueAt", Date.from(decisionDueAt()));
    variables.put("decision", null);
    variables.put("refundAmount", null);
    variables.put("resolution", null);
    workflow.note(dispute.businessKey(), variables);
  }

  private Instant decisionDueAt() {
    return clock.instant().plus(Duration.ofHours(settings.get(SettingsOfDisputes.DECISION_HOURS)));
  }

  /** Adds what has been said since. */
  void refresh(DisputeCase dispute) {
    workflow.note(dispute.businessKey(), Map.of("conversation", conversation(dispute, null)));
  }

  private String conversation(DisputeCase dispute, @Nullable String appealReason) {
    String opening =
        dispute.sideOf(dispute.openedBy()).orElse(DisputeCase.BUYER) + ": " + dispute.reason();
    List<DisputeMessage> messages = views.messages(dispute.id());
    String talk =
        messages.stream()
            .map(
                message ->
                    message.by()
                        + ", "
                        + message.createdAt()
                        + ": "
                        + message.content()
                        + message.attachments().stream()
                            .map(address -> "\n  " + address)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n\n"));
    String appeal = appealReason == null ? "" : "\n\nappeal: " + appealReason;
    return fitting(opening, talk.isEmpty() ? appeal : "\n\n" + talk + appeal);
  }

  /** The opening whole, of what follows the end. */
  static String fitting(String opening, String rest) {
    int room = MAX_CHARACTERS - opening.length();
    return rest.length() <= room
        ? opening + rest
        : opening + "\n\n…" + rest.substring(rest.length() - room + 3);
  }
}
