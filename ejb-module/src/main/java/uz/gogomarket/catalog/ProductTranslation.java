package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.ShownText;

/** A product's texts in one language besides the one that the seller wrote in. */
public record ProductTranslation(
    @NotNull Language locale,
    @ShownText @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 20_000) String description,
    @Nullable @Size(max = 500) String shortDescription) {}
