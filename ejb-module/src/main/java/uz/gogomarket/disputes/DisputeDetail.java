package uz.gogomarket.disputes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A dispute with what was said.
 *
 * @param orderTotal what the buyer paid or has to pay
 * @param resolution the reason of the decision in force
 * @param firstDecision what an appeal was made against
 * @param messages of each side the first 10 and the newest 50, oldest first
 */
public record DisputeDetail(
    DisputeSummary dispute,
    Money orderTotal,
    String reason,
    @Nullable Instant answeredAt,
    @Nullable String resolution,
    @Nullable Instant resolvedAt,
    @Nullable DisputeDecision firstDecision,
    @Nullable Money firstRefundAmount,
    @Nullable String firstResolution,
    @Nullable String appealedBy,
    @Nullable Instant appealedAt,
    @Nullable String appealReason,
    @Nullable Instant withdrawnAt,
    @Nullable Instant closedAt,
    List<DisputeMessage> messages) {

  public DisputeDetail {
    messages = List.copyOf(messages);
  }
}
