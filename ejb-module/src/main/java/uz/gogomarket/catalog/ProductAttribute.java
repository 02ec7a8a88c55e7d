package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A property that buyers compare and filter by, such as {@code Material: cotton}. */
public record ProductAttribute(
    @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 500) String value) {}
