package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** An order was placed; its stock is taken. */
public record OrderPlaced(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {}
