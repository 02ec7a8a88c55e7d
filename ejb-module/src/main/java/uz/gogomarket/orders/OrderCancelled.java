package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** An order was cancelled; stock and money went back. */
public record OrderCancelled(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.cancelled";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
