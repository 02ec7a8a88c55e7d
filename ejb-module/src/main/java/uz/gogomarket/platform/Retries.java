package uz.gogomarket.platform;

import jakarta.ejb.EJBException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries a use case again where the database ended its transaction because another was in its way: a
 * deadlock, or a serialisation failure. The doors, the jobs and the engine call use cases through
 * it, outside of any transaction; nothing but the outbox leaves the building in one, so nothing
 * happens twice.
 */
public final class Retries {

  private static final Logger LOG = System.getLogger(Retries.class.getName());

  static final int TRIES = 4;
  private static final int SHORTEST_WAIT_MILLIS = 10;
  private static final int LONGEST_WAIT_MILLIS = 100;

  /** SERIALIZATION FAILURE and DEADLOCK DETECTED. */
  private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40001", "40P01");

  /** How many transactions of this thread have ended well. */
  private static final ThreadLocal<Integer> COMMITTED = ThreadLocal.withInitial(() -> 0);

  private Retries() {}

  /** As {@link #call}, for what throws nothing checked. */
  public static <T extends @Nullable Object> T run(Supplier<T> useCase) {
    try {
      return call(useCase::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link #call}, for what answers nothing. */
  public static void run(Runnable useCase) {
    run(
        () -> {
          useCase.run();
          return true;
        });
  }

  /** Calls a use case up to {@value #TRIES} times, unless a part of it is committed already. */
  public static <T extends @Nullable Object> T call(Callable<T> useCase) throws Exception {
    for (int attempt = 1; ; attempt++) {
      int committed = COMMITTED.get();
      try {
        return useCase.call();
      } catch (Exception e) {
        if (attempt == TRIES || committed != COMMITTED.get() || !isWorthAnotherTry(e)) {
          throw e;
        }
        LOG.log(Level.INFO, "Two transactions were in each other's way; attempt {0}", attempt);
        pause();
      }
    }
  }

  /** What a transaction of this thread did stays. */
  static void committed() {
    COMMITTED.set(COMMITTED.get() + 1);
  }

  /** Whether another try can succeed; the container and the engine wrap what the database said. */
  static boolean isWorthAnotherTry(@Nullable Throwable thrown) {
    int depth = 0;
    for (Throwable each = thrown; each != null && depth < 20; each = next(each), depth++) {
      if (each instanceof SQLException refused
          && IN_EACH_OTHERS_WAY.contains(String.valueOf(refused.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null && thrown instanceof EJBException ejb ? ejb.getCausedByException() : cause;
  }

  private static void pause() {
    try {
      Thread.sleep(
          ThreadLocalRandom.current().nextInt(SHORTEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
