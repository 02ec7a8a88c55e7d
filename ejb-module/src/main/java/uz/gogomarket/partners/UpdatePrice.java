package uz.gogomarket.partners;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.platform.Money;

/**
 * A new price, of a product or of one of its variants.
 *
 * @param sku of the product
 * @param price of the product; absent where a variant's adjustment changes
 * @param variantSku of the variant
 * @param priceAdjustment of the variant, added to the product's price
 */
public record UpdatePrice(
    String sku,
    @Nullable SavePrice price,
    @Nullable String variantSku,
    @Nullable Money priceAdjustment) {}
