package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;

/** A dispute is over; the order's money goes its way again. */
public record DisputeClosed(long disputeId, long orderId, @Nullable Long buyerId, long sellerId) {}
