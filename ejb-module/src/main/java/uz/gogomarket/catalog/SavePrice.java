package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * What a product costs, tax included.
 *
 * @param basePrice more than nothing
 * @param salePrice not above the base price; absent where there is no sale
 * @param saleActive whether the sale price counts now
 * @param saleEndsAt when the base price counts again; absent where the sale is open-ended
 */
public record SavePrice(
    @NotNull Money basePrice,
    @Nullable Money salePrice,
    @Nullable Boolean saleActive,
    @Nullable Instant saleEndsAt) {

  boolean onSale() {
    return Boolean.TRUE.equals(saleActive);
  }

  /** The lowest price that may count. */
  Money lowest() {
    return onSale() && salePrice != null ? salePrice : basePrice;
  }
}
