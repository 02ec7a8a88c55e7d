package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DomainEvent;

/**
 * An admin decided a dispute.
 *
 * @param last whether nobody can appeal against it
 */
public record DisputeDecided(
    long disputeId,
    long orderId,
    @Nullable Long buyerId,
    long sellerId,
    DisputeDecision decision,
    boolean last)
    implements DomainEvent {

  @Override
  public String topic() {
    return "dispute.decided";
  }

  @Override
  public long aggregateId() {
    return disputeId;
  }
}
