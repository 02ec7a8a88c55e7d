package uz.gogomarket.catalog;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/**
 * The stock of a product, or of a variant, came down to what its seller calls little.
 *
 * @param variantId absent where the stock is the product's own
 * @param quantity what is left; less than 0 where units are owed
 */
public record StockLow(long productId, long sellerId, @Nullable Long variantId, int quantity)
    implements DomainEvent {

  @Override
  public String topic() {
    return "product.stock_low";
  }

  @Override
  public long aggregateId() {
    return productId;
  }
}
