package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import uz.gogomarket.platform.OutboxHandler;
import uz.gogomarket.platform.OutboxMessage;

/** Somebody in the world outside who is told what tests publish; deployed beside the EJBs. */
@ApplicationScoped
public class RecordingHandler implements OutboxHandler {

  static final String TOPIC = "test.happened";

  private final Queue<Long> told = new ConcurrentLinkedQueue<>();
  private final Set<Long> refused = ConcurrentHashMap.newKeySet();

  @Override
  public boolean wants(String topic) {
    return topic.equals(TOPIC);
  }

  @Override
  public void handle(OutboxMessage message) {
    if (refused.contains(message.aggregateId())) {
      throw new IllegalStateException("not now");
    }
    told.add(message.aggregateId());
  }

  /** How often it was told of this. */
  public int timesTold(long aggregateId) {
    return Collections.frequency(List.copyOf(told), aggregateId);
  }

  public void refuse(long aggregateId) {
    refused.add(aggregateId);
  }

  public void accept(long aggregateId) {
    refused.remove(aggregateId);
  }
}
