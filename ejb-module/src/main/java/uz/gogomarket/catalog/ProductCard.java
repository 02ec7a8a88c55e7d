package uz.gogomarket.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A product in a listing.
 *
 * @param sellerName under which its seller is known
 * @param category absent where it has been deleted
 * @param price what it costs now; with variants, what the cheapest of them does
 * @param oldPrice what it costs without the sale that is on; absent where there is none
 */
public record ProductCard(
    long id,
    String slug,
    String name,
    @Nullable String brand,
    long sellerId,
    @Nullable String sellerName,
    @Nullable CategoryLink category,
    Money price,
    @Nullable Money oldPrice,
    @Nullable Instant saleEndsAt,
    @Nullable String imageUrl,
    boolean inStock,
    boolean hasVariants,
    BigDecimal ratingAverage,
    int ratingCount) {}
