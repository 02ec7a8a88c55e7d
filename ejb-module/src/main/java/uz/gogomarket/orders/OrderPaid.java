package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** What an order costs is in escrow. */
public record OrderPaid(long orderId, long checkoutId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.paid";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
