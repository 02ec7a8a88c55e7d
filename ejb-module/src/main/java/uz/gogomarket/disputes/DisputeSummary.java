package uz.gogomarket.disputes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A dispute in a list.
 *
 * @param openedBy buyer or seller
 * @param answerDueAt until when the other side may answer before an admin decides without it
 * @param refundAmount what the decision in force gives back
 * @param appealDueAt until when the side that lost may appeal; absent before the first decision
 */
public record DisputeSummary(
    long id,
    String orderNumber,
    DisputeType type,
    DisputeStatus status,
    DisputeStage stage,
    String openedBy,
    Instant answerDueAt,
    @Nullable DisputeDecision decision,
    @Nullable Money refundAmount,
    @Nullable Instant appealDueAt,
    Instant createdAt) {}
