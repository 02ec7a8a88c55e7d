package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;
import uz.gogomarket.platform.Money;

/** Money of an order went back to the buyer. */
public record OrderRefunded(
    long orderId, long checkoutId, @Nullable Long buyerId, long sellerId, Money amount)
    implements DomainEvent {

  @Override
  public String topic() {
    return "order.refunded";
  }

  @Override
  public long aggregateId() {
    return orderId;
  }
}
