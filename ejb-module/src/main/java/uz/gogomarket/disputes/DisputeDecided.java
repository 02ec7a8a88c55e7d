package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;

/**
 * An admin decided a dispute.
 *
 * @param last whether nobody can appeal against it
 */
public record DisputeDecided(
    long disputeId,
    long orderId,
    @Nullable Long buyerId,
    long sellerId,
    DisputeDecision decision,
    boolean last) {}
