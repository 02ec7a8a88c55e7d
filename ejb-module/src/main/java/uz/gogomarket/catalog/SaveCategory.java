package uz.gogomarket.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * A category as an admin writes it. What is left out is emptied, or takes its default.
 *
 * @param parentId absent for a root
 * @param name in Uzbek; Russian and English go into translations
 * @param slug made of the name where it is left out
 * @param returnDays the return window in days; absent: that of the category above
 * @param active whether buyers see it
 */
public record SaveCategory(
    @Nullable Long parentId,
    @ShownText @NotBlank @Size(max = 200) String name,
    @Nullable
        @Size(min = 1, max = 120)
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "not_slug")
        String slug,
    @Nullable @Size(max = 5000) String description,
    @Nullable @Size(max = 2000) @Pattern(regexp = ProductImage.WEB_ADDRESS) String iconUrl,
    @Nullable @Size(max = 2000) @Pattern(regexp = ProductImage.WEB_ADDRESS) String imageUrl,
    @Nullable @Min(0) @Max(1_000_000) Integer sortOrder,
    @Nullable Boolean active,
    @Nullable @Min(0) @Max(365) Integer returnDays,
    @Nullable @Size(max = 255) String metaTitle,
    @Nullable @Size(max = 1000) String metaDescription,
    @Size(max = 3) @Valid List<CategoryTranslation> translations) {

  public SaveCategory {
    translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
  }

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
