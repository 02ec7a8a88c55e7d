package uz.gogomarket.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.ShownText;

/**
 * All that a seller writes about a product, apart from prices, stock and variants. What is left out
 * is emptied, or takes its default.
 *
 * @param locale the language of the texts; others go into translations
 * @param taxRate percent that the price contains
 * @param weightKg of one unit as it is sent
 * @param maxOrderQuantity per order
 */
public record SaveProduct(
    @NotNull Long categoryId,
    @NotNull Language locale,
    @ShownText @NotBlank @Size(max = 255) String name,
    @NotBlank @Size(max = 20_000) String description,
    @Nullable @Size(max = 500) String shortDescription,
    @Nullable @Size(min = 1, max = 100) String sku,
    @Nullable @Size(max = 100) String barcode,
    @ShownText @Nullable @Size(min = 1, max = 100) String brand,
    @Nullable Money costPrice,
    @Nullable @DecimalMin("0") @DecimalMax("50") @Digits(integer = 2, fraction = 2)
        BigDecimal taxRate,
    @Nullable @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 3)
        BigDecimal weightKg,
    @Nullable @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal lengthCm,
    @Nullable @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal widthCm,
    @Nullable @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal heightCm,
    @Nullable ProductVisibility visibility,
    @Size(max = 30) List<@NotBlank @ShownText @Size(max = 50) String> tags,
    @Nullable Boolean digital,
    @Nullable Boolean requiresShipping,
    @Nullable @Min(0) @Max(1_000_000) Integer lowStockThreshold,
    @Nullable Boolean allowBackorder,
    @Nullable @Min(1) @Max(1000) Integer minOrderQuantity,
    @Nullable @Min(1) @Max(1000) Integer maxOrderQuantity,
    @Nullable @Size(max = 255) String metaTitle,
    @Nullable @Size(max = 1000) String metaDescription,
    @Nullable @Size(max = 1000) String metaKeywords,
    @Size(max = 3) @Valid List<ProductTranslation> translations,
    @Size(max = 50) @Valid List<ProductAttribute> attributes,
    @Size(max = 5) @Valid List<ProductOption> options,
    @Size(max = 20) @Valid List<ProductImage> images) {

  public SaveProduct {
    tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
    attributes = List.copyOf(Objects.requireNonNullElse(attributes, List.of()));
    options = List.copyOf(Objects.requireNonNullElse(options, List.of()));
    images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
  }

  boolean isDigital() {
    return Boolean.TRUE.equals(digital);
  }

  /** Goods are sent unless they are digital or the seller says otherwise. */
  boolean needsShipping() {
    return requiresShipping == null ? !isDigital() : requiresShipping;
  }
}
