package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** The courier has an order; what needs none goes through this moment, too. */
public record OrderPickedUp(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.picked_up";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
