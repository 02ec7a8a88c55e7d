package uz.gogomarket.catalog;

import uz.gogomarket.platform.DomainEvent;

/** Buyers see a product that they did not see before. */
public record ProductListed(long productId, long sellerId) implements DomainEvent {

  @Override
  public String topic() {
    return "product.listed";
  }

  @Override
  public long aggregateId() {
    return productId;
  }
}
