package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Backlog;
import uz.gogomarket.platform.Backlog.ConsumerState;
import uz.gogomarket.platform.Gauges;
import uz.gogomarket.platform.Sql;

/**
 * A consumer that comes back to ten thousand messages works them off, and everybody sees how far.
 */
@ContainerTest
class OutboxBacklogIT {

  private static final int AGGREGATES = 500;
  private static final int EACH = 20;

  @Inject Event<TestHappened> happened;
  @Inject OutsideListener outside;
  @Inject DatabaseListener database;
  @Inject MovableClock clock;
  @Inject Backlog backlog;
  @Inject Gauges gauges;
  @Inject MetricRegistry registry;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;

  private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);

  /** Other tests have left messages behind that are due when their moved clocks say so. */
  @BeforeEach
  void begin_with_nothing_that_waits() {
    threads.inTransaction(
        () -> actors.runAsSystem("test", () -> sql.update("delete from outbox_deliveries")));
  }

  @AfterEach
  void put_the_clock_right() {
    outside.setDown(false);
    clock.putRight();
  }

  @Test
  void ten_thousand_messages_are_worked_off_in_order_and_the_lag_is_told() {
    gauges.publish();
    outside.setDown(true);
    for (int number = 1; number <= EACH; number++) {
      publishToEach(number);
    }
    clock.putForward(Duration.ofMinutes(10));

    assertThat(state().waiting()).isGreaterThanOrEqualTo(AGGREGATES * EACH);
    assertThat(state().lagSeconds()).isGreaterThan(590);
    assertThat(gauge("outbox_consumer_lag_seconds")).isGreaterThan(590);
    assertThat(gauge("outbox_consumer_waiting")).isGreaterThanOrEqualTo(AGGREGATES * EACH);
    outside.setDown(false);
    clock.putForward(Duration.ofHours(1));
    Instant begun = Instant.now();
    await().atMost(Duration.ofMinutes(5)).until(() -> state().waiting() == 0);
    System.getLogger(OutboxBacklogIT.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} messages took {1} s",
            String.valueOf(AGGREGATES * EACH),
            String.valueOf(Duration.between(begun, Instant.now()).toSeconds()));

    assertThat(state().lagSeconds()).isZero();
    assertThat(gauge("outbox_consumer_lag_seconds")).isZero();
    List<Integer> all = IntStream.rangeClosed(1, EACH).boxed().toList();
    for (int i = 0; i < AGGREGATES; i++) {
      assertThat(outside.heardOf(id + i)).isEqualTo(all);
      assertThat(database.heardOf(id + i)).isEqualTo(all);
    }
  }

  private void publishToEach(int number) {
    threads.inTransaction(
        () -> {
          for (int i = 0; i < AGGREGATES; i++) {
            happened.fire(new TestHappened(id + i, number));
          }
          return null;
        });
  }

  /** Of the two that listen, who is further behind. */
  private ConsumerState state() {
    return actors.runAsSystem(
        "test",
        () -> {
          ConsumerState one = backlog.consumers().get(OutsideListener.NAME);
          ConsumerState other = backlog.consumers().get(DatabaseListener.NAME);
          return one.waiting() >= other.waiting() ? one : other;
        });
  }

  private double gauge(String name) {
    return ((Number)
            registry
                .getGauge(new MetricID(name, new Tag("consumer", OutsideListener.NAME)))
                .getValue())
        .doubleValue();
  }
}
