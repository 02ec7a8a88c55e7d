package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import uz.gogomarket.platform.ShownText;

/** A property that buyers compare and filter by, such as {@code Material: cotton}. */
public record ProductAttribute(
    @ShownText @NotBlank @Size(max = 100) String name,
    @ShownText @NotBlank @Size(max = 500) String value) {}
