package uz.gogomarket.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * So many units there are, as counted.
 *
 * @param variantId where the product has variants
 */
public record SetStock(
    @Nullable Long variantId, @NotNull @Min(0) @Max(1_000_000) Integer quantity) {}
