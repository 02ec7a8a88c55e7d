package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** The hold was over and everybody got his share. */
public record OrderSettled(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.settled";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
