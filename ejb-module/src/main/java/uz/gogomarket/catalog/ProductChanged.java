package uz.gogomarket.catalog;

import uz.gogomarket.platform.DomainEvent;

/** Something of a product that buyers see is not what it was: its text, price or variants. */
public record ProductChanged(long productId, long sellerId) implements DomainEvent {

  @Override
  public String topic() {
    return "product.changed";
  }

  @Override
  public long aggregateId() {
    return productId;
  }
}
