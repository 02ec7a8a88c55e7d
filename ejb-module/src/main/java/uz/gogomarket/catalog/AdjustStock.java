package uz.gogomarket.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * So many units came in or went out, whatever was sold meanwhile.
 *
 * @param variantId where the product has variants
 */
public record AdjustStock(
    @Nullable Long variantId,
    @NotNull @Min(-1_000_000) @Max(1_000_000) Integer delta,
    @Nullable @Size(max = 500) String reason) {}
