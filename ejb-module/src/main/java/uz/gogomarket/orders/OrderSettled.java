package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** The hold was over and everybody got his share. */
public record OrderSettled(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {}
