package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/** The side that did not open a dispute has answered; an admin decides next. */
public record DisputeAnswered(long disputeId, long orderId, @Nullable Long buyerId, long sellerId)
    implements DomainEvent {

  @Override
  public String topic() {
    return "dispute.answered";
  }

  @Override
  public long aggregateId() {
    return disputeId;
  }
}
