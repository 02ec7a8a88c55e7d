package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.eclipse.microprofile.metrics.Tag;
import uz.gogomarket.platform.Backlog.ConsumerState;

/** How far behind the consumers of events are, all together and each. */
@ApplicationScoped
class OutboxFigures implements Figures {

  @Inject Backlog backlog;
  @Inject OutboxConsumers consumers;

  @Override
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "outbox_waiting",
            "Messages that wait for some consumer",
            () -> all(ConsumerState::waiting).sum()));
    figures.add(
        new Figure(
            "outbox_dead",
            "Messages that were given up and wait for people",
            () -> all(ConsumerState::dead).sum()));
    figures.add(
        new Figure(
            "outbox_lag_seconds",
            "Age of the oldest message that some consumer has not had",
            () -> all(ConsumerState::lagSeconds).max().orElse(0)));
    for (OutboxConsumer consumer : consumers.all()) {
      String name = consumer.name();
      figures.add(
          each("waiting", "Messages that wait for a consumer", name, ConsumerState::waiting));
      figures.add(each("dead", "Messages given up for a consumer", name, ConsumerState::dead));
      figures.add(
          each(
              "lag_seconds",
              "Age of the oldest message that a consumer has not had",
              name,
              ConsumerState::lagSeconds));
    }
    return figures;
  }

  private Figure each(
      String figure, String description, String consumer, ToDoubleFunction<ConsumerState> value) {
    return new Figure(
        "outbox_consumer_" + figure,
        description,
        () -> value.applyAsDouble(backlog.consumers().getOrDefault(consumer, ConsumerState.NONE)),
        List.of(new Tag("consumer", consumer)));
  }

  private DoubleStream all(ToDoubleFunction<ConsumerState> value) {
    return backlog.consumers().values().stream().mapToDouble(value);
  }
}
