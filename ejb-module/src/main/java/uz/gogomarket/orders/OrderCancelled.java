package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** An order was cancelled; stock and money went back. */
public record OrderCancelled(
    long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {}
