package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Lets as many transactions run at once as there are connections for them. What comes later waits
 * here, in the order in which it came and before it holds anything; what has waited too long is
 * shed. The connections that are left are for single reads outside of transactions (the pages of
 * the catalogue, and health), so that these take none from a transaction that has its place.
 */
@ApplicationScoped
class Bulkhead {

  /** Transactions at once. */
  static final int PLACES = Database.CONNECTIONS * 3 / 4;

  private static final long PATIENCE_SECONDS = 5;
  private static final Object SEEN = "uz.gogomarket.bulkhead";

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject Meters meters;

  private final Semaphore places = new Semaphore(PLACES, true);
  private final Semaphore readers = new Semaphore(Database.CONNECTIONS - PLACES, true);
  private @Nullable Timer waits;

  /** From the start, so that nothing is told as 0 and not as unknown. */
  @PostConstruct
  void meter() {
    waits = meters.connectionWaits();
  }

  /**
   * Takes a place for the running transaction, until it ends; does nothing outside of one.
   *
   * @throws Overloaded if there was none for {@value #PATIENCE_SECONDS} s
   */
  void enter() {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE
        || transaction.getResource(SEEN) != null) {
      return;
    }
    take(places);
    try {
      transaction.putResource(SEEN, true);
      transaction.registerInterposedSynchronization(new Place());
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /**
   * Reads outside of a transaction, on a connection for this work alone.
   *
   * @throws Overloaded if there was no place for {@value #PATIENCE_SECONDS} s
   */
  <T> T reading(TransactionConnection.Work<T> work, DataSource pool) throws SQLException {
    take(readers);
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } finally {
      readers.release();
    }
  }

  private void take(Semaphore free) {
    try {
      if (free.tryAcquire(0, TimeUnit.SECONDS)) {
        return;
      }
      long since = System.nanoTime();
      try {
        if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new Overloaded();
        }
      } finally {
        Objects.requireNonNull(waits).update(Duration.ofNanos(System.nanoTime() - since));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    }
  }

  /** Given back when the transaction is over. */
  private final class Place implements Synchronization {

    @Override
    public void beforeCompletion() {
      // it is not over yet
    }

    @Override
    public void afterCompletion(int status) {
      places.release();
      if (status == Status.STATUS_COMMITTED) {
        Retries.committed();
      }
    }
  }
}
