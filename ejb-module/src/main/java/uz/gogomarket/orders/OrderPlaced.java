package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** An order was placed; its stock is taken. */
public record OrderPlaced(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.placed";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
