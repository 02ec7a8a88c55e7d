package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.ShownText;

/** A category's name and description in one language. */
public record CategoryTranslation(
    @NotNull Language locale,
    @ShownText @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 5000) String description) {}
