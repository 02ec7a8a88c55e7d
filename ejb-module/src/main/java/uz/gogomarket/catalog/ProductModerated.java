package uz.gogomarket.catalog;

import org.jspecify.annotations.Nullable;

/**
 * An admin took a product down, or restored it.
 *
 * @param reason absent where it was restored
 */
public record ProductModerated(
    long productId, long sellerId, String name, @Nullable String reason) {}
