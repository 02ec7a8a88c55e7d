package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** A dispute is over; the order's money goes its way again. */
public record DisputeClosed(long disputeId, long orderId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "dispute.closed";
  }

  @Override
  public long aggregateId() {
    return disputeId;
  }
}
