package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** What an order costs is in escrow. */
public record OrderPaid(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId) {}
