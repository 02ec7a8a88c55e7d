package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.OutboxConsumer;
import uz.gogomarket.platform.OutboxMessage;

/** Somebody outside of the marketplace, who can be down; deployed beside the EJBs. */
@ApplicationScoped
public class OutsideListener implements OutboxConsumer {

  static final String NAME = "test-outside";

  private final Map<Long, List<Integer>> heard = new ConcurrentHashMap<>();
  private final Set<Long> refused = ConcurrentHashMap.newKeySet();
  private volatile boolean down;

  @Inject Json json;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> topics() {
    return Set.of(TestHappened.TOPIC);
  }

  @Override
  public void handle(OutboxMessage message) {
    TestHappened event = json.read(message.payload(), TestHappened.class);
    if (down || refused.contains(event.id())) {
      throw new IllegalStateException("not now");
    }
    heard.computeIfAbsent(event.id(), any -> new CopyOnWriteArrayList<>()).add(event.number());
  }

  /** The numbers of what happened to it, as they came. */
  public List<Integer> heardOf(long aggregateId) {
    return List.copyOf(heard.getOrDefault(aggregateId, List.of()));
  }

  public void setDown(boolean isDown) {
    down = isDown;
  }

  /** Hears of it no more, until {@link #accept}. */
  public void refuse(long aggregateId) {
    refused.add(aggregateId);
  }

  public void accept(long aggregateId) {
    refused.remove(aggregateId);
  }
}
