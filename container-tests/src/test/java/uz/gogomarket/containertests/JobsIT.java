package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Jobs;
import uz.gogomarket.platform.Sql;

/** What timers rely on: a job runs once at a time, and its failures are nobody else's. */
@ContainerTest
class JobsIT {

  @Inject Jobs jobs;
  @Inject ManagedThreads threads;
  @Inject Sql sql;

  private final String name = "test-" + UUID.randomUUID();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void a_job_that_fails_fails_no_timer_and_runs_again() {
    assertThatCode(
            () ->
                jobs.exclusively(
                    name,
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .doesNotThrowAnyException();

    jobs.exclusively(name, runs::incrementAndGet);

    assertThat(runs).hasValue(1);
  }

  @Test
  void a_job_whose_transaction_was_in_anothers_way_is_done_again() {
    jobs.exclusively(
        name,
        () -> {
          if (runs.incrementAndGet() == 1) {
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
          }
        });

    assertThat(runs).hasValue(2);
  }

  @Test
  void a_job_is_not_begun_while_it_runs() throws Exception {
    whileHeld(
        held -> jobs.exclusively(name, held), () -> jobs.exclusively(name, runs::incrementAndGet));

    assertThat(runs).hasValue(0);
  }

  @Test
  void a_job_is_not_begun_while_another_server_is_at_it() throws Exception {
    whileHeld(
        held ->
            threads.inTransaction(
                () -> {
                  assertThat(isFree()).isTrue();
                  held.run();
                  return null;
                }),
        () -> jobs.exclusively(name, runs::incrementAndGet));

    assertThat(runs).hasValue(0);
  }

  @Test
  void the_lock_is_given_back_to_other_servers_after_a_failure() {
    jobs.exclusively(
        name,
        () -> {
          throw new IllegalStateException("the database is away");
        });

    assertThat(threads.inTransaction(this::isFree)).isTrue();
  }

  /** Does something while a thread of its own is in the middle of something else. */
  private void whileHeld(Consumer<Runnable> holder, Runnable meanwhile) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Boolean> holding =
        threads.start(
            () -> {
              holder.accept(
                  () -> {
                    begun.countDown();
                    awaitQuietly(end);
                  });
              return null;
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    meanwhile.run();
    end.countDown();
    assertThat(holding.get(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Takes the job's lock, as another server would, until the transaction ends. */
  private boolean isFree() {
    return sql.one(
        "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free",
        row -> row.bool("free"),
        "job:" + name);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
