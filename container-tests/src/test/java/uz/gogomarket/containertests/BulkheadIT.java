package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Answer;
import uz.gogomarket.platform.Idempotency;
import uz.gogomarket.platform.Meters;
import uz.gogomarket.platform.Overloaded;
import uz.gogomarket.platform.Sql;

/** As many transactions as there are connections for; the next one waits before it holds any. */
@ContainerTest
class BulkheadIT {

  private static final int TRANSACTIONS = 24;
  private static final int READS = 8;

  @Inject ManagedThreads threads;
  @Inject Idempotency idempotency;
  @Inject Meters meters;
  @Inject Sql sql;

  @Test
  void while_all_places_are_taken_the_next_is_told_to_come_back_and_finds_one_later()
      throws Exception {
    CountDownLatch inside = new CountDownLatch(TRANSACTIONS);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<?>[] running =
        IntStream.range(0, TRANSACTIONS)
            .mapToObj(n -> threads.start(holding(inside, end)))
            .toArray(CompletableFuture[]::new);
    assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
    long waited = meters.connectionWaits().getCount();

    assertThatThrownBy(this::useCase).isInstanceOf(Overloaded.class);
    assertThat(meters.connectionWaits().getCount()).isGreaterThan(waited);

    end.countDown();
    CompletableFuture.allOf(running).get(30, TimeUnit.SECONDS);
    assertThat(useCase()).isEmpty();
  }

  @Test
  void single_reads_take_no_connection_from_transactions_and_the_next_is_told_to_come_back()
      throws Exception {
    CompletableFuture<?>[] reading =
        IntStream.range(0, READS)
            .mapToObj(n -> threads.start(this::slowRead))
            .toArray(CompletableFuture[]::new);
    await().until(this::sleepers, equalTo(READS));

    assertThatThrownBy(this::slowRead).isInstanceOf(Overloaded.class);
    assertThat(useCase()).isEmpty();

    CompletableFuture.allOf(reading).get(60, TimeUnit.SECONDS);
    assertThat(reading).allSatisfy(each -> assertThat(each.join()).isEqualTo(true));
  }

  @Test
  void every_connection_ends_its_wait_for_anothers_row_after_ten_seconds() {
    String wait =
        sql.one("select current_setting('lock_timeout') as wait", row -> row.string("wait"));

    assertThat(wait).isEqualTo("10s");
  }

  /** Outside of a transaction; longer than anybody is let wait for a place. */
  private boolean slowRead() {
    return sql.one("select pg_sleep(15) is null as slept", row -> row.bool("slept"));
  }

  private int sleepers() {
    return threads.inTransaction(
        () ->
            sql.one(
                "select count(*) as n from pg_stat_activity where wait_event = 'PgSleep'",
                row -> row.intValue("n")));
  }

  /** A transaction that goes on until it is told to end. */
  private Callable<Boolean> holding(CountDownLatch inside, CountDownLatch end) {
    return () ->
        threads.inTransaction(
            () -> {
              assertThat(useCase()).isEmpty();
              inside.countDown();
              return awaited(end);
            });
  }

  private Map<String, Answer> useCase() {
    String key = UUID.randomUUID().toString();
    return idempotency.parts(key, List.of(key), new byte[0]);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
