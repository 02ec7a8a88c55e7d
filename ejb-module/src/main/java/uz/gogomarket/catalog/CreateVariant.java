package uz.gogomarket.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new variant and how many of it there are; none where left out. */
public record CreateVariant(
    @NotNull @Valid SaveVariant variant, @Nullable @Min(0) @Max(1_000_000) Integer stockQuantity) {}
