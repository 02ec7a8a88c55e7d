package uz.gogomarket.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A line of a seller's or moderator's list.
 *
 * @param stockQuantity of the product or of all its variants together
 */
public record SellerProductSummary(
    long id,
    int version,
    long sellerId,
    @Nullable String sellerName,
    String slug,
    String name,
    @Nullable String sku,
    ProductStatus status,
    ProductVisibility visibility,
    boolean blocked,
    Money price,
    int stockQuantity,
    boolean lowStock,
    boolean hasVariants,
    @Nullable String imageUrl,
    Instant updatedAt) {}
