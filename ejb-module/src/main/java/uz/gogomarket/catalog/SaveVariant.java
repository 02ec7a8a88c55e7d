package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * One combination of a product's options.
 *
 * @param name made of the options' values where it is left out
 * @param options a value for each of the product's options
 * @param priceAdjustment added to the product's price; may be negative
 */
public record SaveVariant(
    @Nullable @Size(min = 1, max = 100) String sku,
    @Nullable @Size(min = 1, max = 255) String name,
    @NotNull @NotEmpty @Size(max = 5)
        Map<@NotBlank @Size(max = 50) String, @NotBlank @Size(max = 100) String> options,
    @Nullable Money priceAdjustment,
    @Nullable Money compareAtPrice,
    @Nullable Boolean allowBackorder,
    @Nullable @Size(max = 2000) @Pattern(regexp = ProductImage.WEB_ADDRESS) String imageUrl,
    @Nullable Boolean active) {

  Money adjustment() {
    return priceAdjustment == null ? Money.ZERO : priceAdjustment;
  }

  boolean isActive() {
    return !Boolean.FALSE.equals(active);
  }
}
