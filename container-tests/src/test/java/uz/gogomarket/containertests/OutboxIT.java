package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Outbox;
import uz.gogomarket.platform.OutboxDelivery;
import uz.gogomarket.platform.Sql;

/** What was committed is told to the world outside, and nothing else. */
@ContainerTest
class OutboxIT {

  @Inject Outbox outbox;
  @Inject OutboxDelivery delivery;
  @Inject RecordingHandler outside;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;

  private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

  @Test
  void what_was_committed_is_told_once() {
    publish(id);

    await().until(() -> outside.timesTold(id) > 0);
    await()
        .until(
            () ->
                number("select count(*) from outbox where aggregate_id = ? and done_at is not null")
                    == 1);
    assertThat(outside.timesTold(id)).isEqualTo(1);
  }

  @Test
  void what_was_rolled_back_is_never_told() {
    long committedAfterwards = id - 1;
    assertThatThrownBy(
            () ->
                threads.inTransaction(
                    () -> {
                      outbox.publish(RecordingHandler.TOPIC, "test", id, Map.of());
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    publish(committedAfterwards);

    await().until(() -> outside.timesTold(committedAfterwards) == 1);
    assertThat(outside.timesTold(id)).isZero();
  }

  @Test
  void what_is_refused_is_put_off_with_the_reason_and_told_later() {
    outside.refuse(id);
    publish(id);

    await()
        .until(
            () ->
                number(
                        "select count(*) from outbox where aggregate_id = ? and attempts > 0"
                            + " and last_error like '%not now%' and available_at > now()")
                    == 1);
    outside.accept(id);
    asSystem(() -> sql.update("update outbox set available_at = now() where aggregate_id = ?", id));

    await().until(() -> outside.timesTold(id) == 1);
  }

  @Test
  void workers_beside_each_other_tell_each_message_once() {
    List<Long> ids = LongStream.range(0, 200).map(i -> id - i).boxed().toList();
    threads.inTransaction(
        () -> {
          ids.forEach(each -> outbox.publish(RecordingHandler.TOPIC, "test", each, Map.of()));
          return null;
        });

    List<CompletableFuture<Boolean>> workers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      workers.add(
          threads.start(
              () ->
                  actors.runAsSystem(
                      "test",
                      () -> {
                        while (delivery.deliverNext().isPresent()) {
                          // the next one
                        }
                        return null;
                      })));
    }
    workers.forEach(CompletableFuture::join);

    await().until(() -> ids.stream().allMatch(each -> outside.timesTold(each) > 0));
    assertThat(ids).allSatisfy(each -> assertThat(outside.timesTold(each)).isEqualTo(1));
  }

  private void publish(long aggregateId) {
    threads.inTransaction(
        () -> {
          outbox.publish(RecordingHandler.TOPIC, "test", aggregateId, Map.of());
          return null;
        });
  }

  private long number(String query) {
    return asSystem(() -> sql.one(query, row -> row.longValue("count"), id));
  }

  private <T> T asSystem(java.util.function.Supplier<T> work) {
    return actors.runAsSystem("test", () -> threads.inTransaction(work));
  }
}
