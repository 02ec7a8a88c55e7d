package uz.gogomarket.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer can put into a cart.
 *
 * @param variantId where the product has variants; else absent
 */
public record ItemRef(long productId, @Nullable Long variantId) {

  public static ItemRef product(long productId) {
    return new ItemRef(productId, null);
  }

  public static ItemRef variant(long productId, long variantId) {
    return new ItemRef(productId, variantId);
  }

  /** The variant's id as the stock functions of the database take it: 0 is the product itself. */
  long variantOrZero() {
    return variantId == null ? 0 : variantId;
  }
}
