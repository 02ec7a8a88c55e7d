package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** Somebody opened a dispute; the order's money is frozen. */
public record DisputeOpened(
    long disputeId, long orderId, @Nullable Long buyerId, long sellerId, long openedBy)
    implements DomainEvent {

  @Override
  public String topic() {
    return "dispute.opened";
  }

  @Override
  public long aggregateId() {
    return disputeId;
  }
}
