package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** An order waits for its courier, for the first time or after a failed attempt. */
public record OrderReady(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.ready";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
