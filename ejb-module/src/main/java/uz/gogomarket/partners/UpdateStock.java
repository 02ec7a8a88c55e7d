package uz.gogomarket.partners;

import org.jspecify.annotations.Nullable;

/**
 * A change of stock: a count or a movement, never both.
 *
 * @param sku of the product
 * @param variantSku where the product has variants
 * @param quantity so many there are
 * @param change so many came in, or went out where it is negative
 */
public record UpdateStock(
    String sku,
    @Nullable String variantSku,
    @Nullable Integer quantity,
    @Nullable Integer change) {}
