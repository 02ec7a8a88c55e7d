package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;

/** Somebody opened a dispute; the order's money is frozen. */
public record DisputeOpened(
    long disputeId, long orderId, @Nullable Long buyerId, long sellerId, long openedBy) {}
