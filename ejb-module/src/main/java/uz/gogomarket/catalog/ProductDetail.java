package uz.gogomarket.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Money;

/**
 * Everything that a buyer sees of a product.
 *
 * @param sellerName under which its seller is known
 * @param language of the texts: the one asked for, or else the seller's own
 * @param languages in which there are texts
 * @param category the way to it, from the root
 * @param price what it costs now, tax included, before a variant's difference
 * @param oldPrice what it costs without the sale that is on; absent where there is none
 * @param taxRate percent that the price contains
 * @param available units in stock of the product, or of all its variants together
 * @param inStock whether it can be bought now
 */
public record ProductDetail(
    long id,
    String slug,
    long sellerId,
    @Nullable String sellerName,
    Language language,
    List<Language> languages,
    String name,
    String description,
    @Nullable String shortDescription,
    List<CategoryLink> category,
    @Nullable String brand,
    @Nullable String sku,
    Money price,
    @Nullable Money oldPrice,
    @Nullable Instant saleEndsAt,
    BigDecimal taxRate,
    int available,
    boolean inStock,
    boolean lowStock,
    boolean backorder,
    int minOrderQuantity,
    @Nullable Integer maxOrderQuantity,
    boolean digital,
    boolean requiresShipping,
    @Nullable BigDecimal weightKg,
    List<String> tags,
    List<ProductImage> images,
    List<ProductOption> options,
    List<Variant> variants,
    List<ProductAttribute> attributes,
    int returnDays,
    BigDecimal ratingAverage,
    int ratingCount,
    @Nullable String metaTitle,
    @Nullable String metaDescription,
    @Nullable Instant publishedAt) {

  /** One combination of the options. */
  public record Variant(
      long id,
      String name,
      @Nullable String sku,
      Map<String, String> options,
      Money price,
      @Nullable Money oldPrice,
      int available,
      boolean inStock,
      @Nullable String imageUrl) {}
}
