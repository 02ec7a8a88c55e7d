package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The consumers that there are, by name. */
@ApplicationScoped
class OutboxConsumers {

  private static final Pattern NAME = Pattern.compile("(?=.{1,50}$)[a-z0-9]+(-[a-z0-9]+)*");

  @Inject @Any Instance<OutboxConsumer> found;
  @Inject Json json;

  private final Map<String, OutboxConsumer> byName = new TreeMap<>();
  private String subscriptions = "[]";

  @PostConstruct
  void find() {
    List<Subscription> all = new ArrayList<>();
    for (OutboxConsumer consumer : found) {
      String name = consumer.name();
      if (!NAME.matcher(name).matches()) {
        throw new IllegalStateException("A consumer cannot be called " + name);
      }
      if (byName.put(name, consumer) != null) {
        throw new IllegalStateException("Two consumers are called " + name);
      }
      consumer.topics().forEach(topic -> all.add(new Subscription(name, topic)));
    }
    subscriptions = json.write(all);
  }

  Collection<OutboxConsumer> all() {
    return byName.values();
  }

  Optional<OutboxConsumer> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Who hears of what: a JSON array of {@link Subscription}s. */
  String subscriptions() {
    return subscriptions;
  }

  private record Subscription(String consumer, String topic) {}
}
