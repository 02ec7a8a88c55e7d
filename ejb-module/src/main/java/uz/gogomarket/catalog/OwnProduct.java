package uz.gogomarket.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.StaleVersion;

/** A seller's product, locked, with what decides whether it may be changed. */
record OwnProduct(
    long id,
    long sellerId,
    int version,
    ProductStatus status,
    boolean blocked,
    boolean hasVariants,
    boolean everPublished,
    boolean digital,
    String name,
    Money basePrice,
    @Nullable Money salePrice,
    boolean saleActive,
    @Nullable Instant saleEndsAt) {

  /**
   * @throws StaleVersion if it was changed since the caller read it
   */
  OwnProduct require(int expectedVersion) {
    if (version != expectedVersion) {
      throw new StaleVersion();
    }
    return this;
  }

  SavePrice price() {
    return new SavePrice(basePrice, salePrice, saleActive, saleEndsAt);
  }

  /** The lowest price that may count, before a variant's adjustment. */
  Money lowestPrice() {
    return saleActive && salePrice != null ? salePrice : basePrice;
  }
}
