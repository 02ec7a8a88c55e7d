package uz.gogomarket.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A new product: a draft, until it is published.
 *
 * @param stockQuantity units in stock; 0 where left out. A product with variants keeps its stock on
 *     them
 */
public record CreateProduct(
    @NotNull @Valid SaveProduct product,
    @NotNull @Valid SavePrice price,
    @Nullable @Min(0) @Max(1_000_000) Integer stockQuantity) {}
