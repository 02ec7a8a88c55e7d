package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** The seller has taken an order on. */
public record OrderConfirmed(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.confirmed";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
