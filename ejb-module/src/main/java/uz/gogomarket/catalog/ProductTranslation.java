package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.ShownText;

/**
 * A product's texts in one language besides the one that the seller wrote in.
 *
 * @param terms the names and values of its attributes, options and variants, by what the seller
 *     wrote: {@code {"Rang": "Colour", "Qora": "Black"}}
 */
public record ProductTranslation(
    @NotNull Language locale,
    @ShownText @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 20_000) String description,
    @Nullable @Size(max = 500) String shortDescription,
    @Size(max = 1000)
        Map<@NotBlank @Size(max = 500) String, @NotBlank @Size(max = 500) String> terms) {

  public ProductTranslation {
    terms = Map.copyOf(Objects.requireNonNullElse(terms, Map.of()));
  }
}
