package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** An order was handed over; the hold begins. */
public record OrderDelivered(
    long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {}
