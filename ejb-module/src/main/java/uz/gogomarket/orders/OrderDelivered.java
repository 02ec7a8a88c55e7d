package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** An order was handed over; the hold begins. */
public record OrderDelivered(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.delivered";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
