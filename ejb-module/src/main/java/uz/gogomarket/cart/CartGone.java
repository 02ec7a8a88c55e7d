package uz.gogomarket.cart;

import org.jspecify.annotations.Nullable;

/** A line whose product does not exist any more. */
public record CartGone(long id, long productId, @Nullable Long variantId, int quantity) {}
