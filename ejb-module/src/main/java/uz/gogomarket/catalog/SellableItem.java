package uz.gogomarket.catalog;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Everything that a cart or an order needs to know of an item, as it is at this moment.
 *
 * @param name in the language of the request, else in the seller's
 * @param attributes the variant's options, such as colour; empty without a variant
 * @param unitPrice what one unit costs now, tax included
 * @param taxRate percent
 * @param weightKg of one unit; 0 where the seller gave none
 * @param available units in stock, never negative
 * @param backorder whether more may be sold than there are
 * @param maxQuantity per order
 * @param sellable false where it is a draft, archived, taken down or deleted, or where a product
 *     with variants is named without one
 * @param returnDays the return window of its category; 0 where it has none of its own
 */
public record SellableItem(
    ItemRef ref,
    long sellerId,
    @Nullable String sellerName,
    long categoryId,
    String name,
    @Nullable String variantName,
    @Nullable String sku,
    String slug,
    @Nullable String imageUrl,
    Map<String, String> attributes,
    Money unitPrice,
    BigDecimal taxRate,
    BigDecimal weightKg,
    int available,
    boolean backorder,
    boolean requiresShipping,
    boolean digital,
    int minQuantity,
    @Nullable Integer maxQuantity,
    boolean sellable,
    int returnDays) {

  public SellableItem {
    attributes = Map.copyOf(attributes);
  }

  /** Whether so many can be bought at once now, as far as stock goes. */
  public boolean has(int quantity) {
    return sellable && (backorder || quantity <= available);
  }
}
