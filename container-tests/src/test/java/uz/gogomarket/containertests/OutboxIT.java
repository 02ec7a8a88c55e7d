package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.OutboxDeliveries;
import uz.gogomarket.platform.OutboxDelivery;
import uz.gogomarket.platform.Sql;

/** What was committed arrives at every consumer, in its order; whatever else becomes of others. */
@ContainerTest
class OutboxIT {

  @Inject Event<TestHappened> happened;
  @Inject OutboxDeliveries deliveries;
  @Inject OutsideListener outside;
  @Inject DatabaseListener database;
  @Inject MovableClock clock;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;

  private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);

  @AfterEach
  void put_the_clock_right() {
    outside.setDown(false);
    outside.accept(id);
    clock.putRight();
  }

  @Test
  void what_was_committed_arrives_once_at_each_consumer() {
    publish(id, 1);
    publish(id, 2);

    awaitArrived(id);
    assertThat(outside.heardOf(id)).containsExactly(1, 2);
    assertThat(database.heardOf(id)).containsExactly(1, 2);
  }

  @Test
  void what_was_rolled_back_never_arrives() {
    assertThatThrownBy(
            () ->
                threads.inTransaction(
                    () -> {
                      happened.fire(new TestHappened(id, 1));
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    publish(id, 2);

    awaitArrived(id);
    assertThat(outside.heardOf(id)).containsExactly(2);
    assertThat(database.heardOf(id)).containsExactly(2);
  }

  @Test
  void what_happens_outside_of_a_transaction_is_refused() {
    assertThatThrownBy(() -> happened.fire(new TestHappened(id, 1)))
        .hasMessageContaining("outside of a transaction");
  }

  @Test
  void a_consumer_that_fails_makes_no_other_one_run_again() {
    outside.setDown(true);
    publish(id, 1);
    await().until(() -> attempts(OutsideListener.NAME, id) > 1);
    outside.setDown(false);

    awaitArrived(id);
    assertThat(outside.heardOf(id)).containsExactly(1);
    assertThat(database.heardOf(id)).containsExactly(1);
  }

  @Test
  void what_was_written_by_a_delivery_that_failed_is_not_there_twice() {
    database.failOnceAfterWriting(id);
    publish(id, 1);

    awaitArrived(id);
    assertThat(database.heardOf(id)).containsExactly(1);
  }

  @Test
  void behind_a_message_that_fails_its_aggregate_waits_and_others_go_on() {
    outside.refuse(id);
    long other = id + 1;
    publish(id, 1);
    publish(id, 2);
    publish(other, 1);

    awaitArrived(other);
    await().until(() -> attempts(OutsideListener.NAME, id) > 1);
    assertThat(outside.heardOf(id)).isEmpty();
    outside.accept(id);

    awaitArrived(id);
    assertThat(outside.heardOf(id)).containsExactly(1, 2);
  }

  @Test
  void the_delay_grows_with_each_attempt() {
    outside.refuse(id);
    publish(id, 1);
    List<Double> delays = new ArrayList<>();
    for (int attempt = 1; attempt <= 4; attempt++) {
      int made = attempt;
      await().until(() -> failedAttempts(id) == made);
      delays.add(secondsUntilDue(id));
      clock.putForward(Duration.ofSeconds(1L << attempt));
    }

    assertThat(delays.get(1)).isGreaterThan(delays.get(0) + 1);
    assertThat(delays.get(2)).isGreaterThan(delays.get(1) + 2);
    assertThat(delays.get(3)).isGreaterThan(delays.get(2) + 4);
  }

  @Test
  void who_was_down_for_an_hour_misses_nothing_and_hears_it_once_and_in_order() {
    List<Long> aggregates = IntStream.range(0, 5).mapToObj(i -> id + i).toList();
    outside.setDown(true);
    for (int number = 1; number <= 6; number++) {
      for (long aggregate : aggregates) {
        publish(aggregate, number);
      }
      long before = attempts(OutsideListener.NAME, id);
      clock.putForward(Duration.ofMinutes(10));
      await().until(() -> attempts(OutsideListener.NAME, id) > before);
    }
    assertThat(aggregates).allSatisfy(each -> assertThat(outside.heardOf(each)).isEmpty());
    outside.setDown(false);
    clock.putForward(Duration.ofHours(1));

    aggregates.forEach(this::awaitArrived);
    assertThat(aggregates)
        .allSatisfy(
            each -> {
              assertThat(outside.heardOf(each)).containsExactly(1, 2, 3, 4, 5, 6);
              assertThat(database.heardOf(each)).containsExactly(1, 2, 3, 4, 5, 6);
            });
  }

  @Test
  void a_message_whose_transaction_commits_late_arrives_like_any_other() throws Exception {
    long other = id + 1;
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    CompletableFuture<Boolean> late =
        threads.start(
            () ->
                threads.inTransaction(
                    () -> {
                      happened.fire(new TestHappened(id, 1));
                      written.countDown();
                      return awaitQuietly(arrived);
                    }));
    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    publish(other, 1);
    awaitArrived(other);
    assertThat(outside.heardOf(id)).isEmpty();
    arrived.countDown();
    assertThat(late.get(10, TimeUnit.SECONDS)).isTrue();

    await().until(() -> outside.heardOf(id).equals(List.of(1)));
    awaitArrived(id);
    assertThat(database.heardOf(id)).containsExactly(1);
  }

  @Test
  void servers_beside_each_other_keep_the_order_and_deliver_once() {
    List<Long> aggregates = IntStream.range(0, 20).mapToObj(i -> id + i).toList();
    threads.inTransaction(
        () -> {
          for (int number = 1; number <= 10; number++) {
            for (long aggregate : aggregates) {
              happened.fire(new TestHappened(aggregate, number));
            }
          }
          return null;
        });

    List<CompletableFuture<Boolean>> servers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      servers.add(threads.start(() -> actors.runAsSystem("test", this::deliverAll)));
    }
    servers.forEach(CompletableFuture::join);

    aggregates.forEach(this::awaitArrived);
    List<Integer> all = IntStream.rangeClosed(1, 10).boxed().toList();
    assertThat(aggregates)
        .allSatisfy(each -> assertThat(outside.heardOf(each)).containsExactlyElementsOf(all));
  }

  @Test
  void who_took_over_when_the_lease_was_over_has_the_say() {
    outside.refuse(id);
    publish(id, 1);
    await().until(() -> attempts(OutsideListener.NAME, id) > 0);
    clock.putForward(Duration.ofHours(2));
    OutboxDelivery slow = claimed(id);
    clock.putForward(OutboxDeliveries.LEASE.plusSeconds(1));
    OutboxDelivery next = claimed(id);

    asSystem(() -> deliveries.acknowledge(slow));
    assertThat(attempts(OutsideListener.NAME, id)).isEqualTo(next.attempt());
    asSystem(() -> deliveries.acknowledge(next));

    awaitArrived(id);
    assertThat(outside.heardOf(id)).isEmpty();
  }

  @Test
  void what_everybody_has_had_is_kept_for_thirty_days() {
    publish(id, 1);
    awaitArrived(id);
    grow(id, "29 days");
    asSystem(() -> deliveries.forgetOld());
    assertThat(messages(id)).isEqualTo(1);
    grow(id, "2 days");
    asSystem(() -> deliveries.forgetOld());

    assertThat(messages(id)).isZero();
  }

  @Test
  void what_somebody_has_not_had_is_kept_however_old_it_is() {
    outside.refuse(id);
    publish(id, 1);
    grow(id, "40 days");
    asSystem(() -> deliveries.forgetOld());

    assertThat(messages(id)).isEqualTo(1);
  }

  /** What a server does, without the timer. */
  private boolean deliverAll() {
    List<OutboxDelivery> round = deliveries.claim(OutsideListener.NAME, 7);
    while (!round.isEmpty()) {
      List<OutboxDelivery> next = new ArrayList<>();
      for (OutboxDelivery delivery : round) {
        outside.handle(delivery.message());
        deliveries.acknowledge(delivery).ifPresent(next::add);
      }
      next.addAll(deliveries.claim(OutsideListener.NAME, 7));
      round = next;
    }
    return true;
  }

  /** As a server that is faster than the one that runs. */
  private OutboxDelivery claimed(long aggregateId) {
    return await()
        .until(
            () ->
                asSystem(() -> deliveries.claim(OutsideListener.NAME, 50)).stream()
                    .filter(each -> each.message().aggregateId() == aggregateId)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private void publish(long aggregateId, int number) {
    threads.inTransaction(
        () -> {
          happened.fire(new TestHappened(aggregateId, number));
          return null;
        });
  }

  private void awaitArrived(long aggregateId) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> waiting(aggregateId) == 0 && messages(aggregateId) > 0);
  }

  private long waiting(long aggregateId) {
    return number(
        "select count(*) as n from outbox_deliveries where aggregate_id = ?", aggregateId);
  }

  private long messages(long aggregateId) {
    return number("select count(*) as n from outbox where aggregate_id = ?", aggregateId);
  }

  private long attempts(String consumer, long aggregateId) {
    return number(
        "select coalesce(max(attempts), 0) as n from outbox_deliveries"
            + " where consumer = ? and aggregate_id = ?",
        consumer,
        aggregateId);
  }

  private long failedAttempts(long aggregateId) {
    return number(
        "select coalesce(max(attempts), 0) as n from outbox_deliveries where consumer = ?"
            + " and aggregate_id = ? and last_error is not null",
        OutsideListener.NAME,
        aggregateId);
  }

  /** By the database's clock, so that what is put forward counts. */
  private double secondsUntilDue(long aggregateId) {
    return asSystem(
        () ->
            sql.one(
                "select extract(epoch from due_at - clock_timestamp()) as n"
                    + " from outbox_deliveries where consumer = ? and aggregate_id = ?",
                row -> row.decimal("n").doubleValue(),
                OutsideListener.NAME,
                aggregateId));
  }

  private void grow(long aggregateId, String older) {
    asSystem(
        () ->
            sql.update(
                "update outbox set created_at = created_at - cast(? as interval)"
                    + " where aggregate_id = ?",
                older,
                aggregateId));
  }

  private long number(String query, Object... parameters) {
    return asSystem(() -> sql.one(query, row -> row.longValue("n"), parameters));
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", () -> threads.inTransaction(work));
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
