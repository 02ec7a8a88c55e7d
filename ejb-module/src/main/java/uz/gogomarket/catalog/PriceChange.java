package uz.gogomarket.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/** What a price was changed to, of the product or of one of its variants, by whom and when. */
public record PriceChange(
    long id,
    @Nullable Long variantId,
    @Nullable Money basePrice,
    @Nullable Money salePrice,
    @Nullable Money priceAdjustment,
    @Nullable Long changedBy,
    Instant changedAt) {}
