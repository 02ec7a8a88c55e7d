package uz.gogomarket.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;

/**
 * A product as its seller and the moderators see it; what {@link SaveProduct} takes comes back in
 * the same shape.
 *
 * @param stock of the product itself; absent where it has variants
 * @param blockedReason why an admin took it down; absent where nobody did
 */
public record SellerProduct(
    long id,
    int version,
    long sellerId,
    String slug,
    ProductStatus status,
    @Nullable Instant blockedAt,
    @Nullable String blockedReason,
    SaveProduct product,
    SavePrice price,
    @Nullable StockLevel stock,
    List<SellerVariant> variants,
    int viewCount,
    BigDecimal ratingAverage,
    int ratingCount,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt)
    implements Editable {

  public SellerProduct {
    variants = List.copyOf(variants);
  }
}
