package uz.gogomarket.catalog;

import uz.gogomarket.platform.DomainEvent;

/** Buyers do not see a product any more. */
public record ProductDelisted(long productId, long sellerId, Reason reason) implements DomainEvent {

  /** Who took it away: its seller, for a while or for good, or an admin. */
  public enum Reason {
    ARCHIVED,
    DELETED,
    TAKEN_DOWN
  }

  @Override
  public String topic() {
    return "product.delisted";
  }

  @Override
  public long aggregateId() {
    return productId;
  }
}
