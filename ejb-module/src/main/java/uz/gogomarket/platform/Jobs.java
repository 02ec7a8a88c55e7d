package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import javax.sql.DataSource;

/**
 * Runs what timers ask for, as the system and outside of any transaction: each item of the work has
 * one of its own, which is tried again where another was in its way ({@link Retries}): here where
 * the whole job is one transaction, in the job where it is many. Nothing is thrown at the timer,
 * because the server gives up timers that fail twice; what fails is logged, and the next time
 * comes.
 */
@ApplicationScoped
public class Jobs {

  private static final Logger LOG = System.getLogger(Jobs.class.getName());
  private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
  private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";

  @Resource(lookup = Database.JOB_LOCKS)
  DataSource locks;

  @Inject Actors actors;

  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /** Runs work that several servers share by row locks, unless this server is still at it. */
  public void everywhere(String name, Runnable work) {
    if (!running.add(name)) {
      return;
    }
    try {
      actors.runAsSystem(name, () -> Retries.run(work));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The job " + name + " failed; it is tried again at its next time", e);
    } finally {
      running.remove(name);
    }
  }

  /** Runs the work unless any server is still at it. */
  public void exclusively(String name, Runnable work) {
    everywhere(
        name,
        () -> {
          try (Connection connection = locks.getConnection()) {
            if (asked(connection, LOCK, name)) {
              try {
                work.run();
              } finally {
                asked(connection, UNLOCK, name);
              }
            }
          } catch (SQLException e) {
            throw DatabaseFailure.of(e);
          }
        });
  }

  /**
   * Walks over what there is to do unless any server is still at it; what fails is logged and does
   * not hold up the rest.
   *
   * @param work does one item in a transaction of its own; true if there was something to do
   */
  public void walk(String name, Source source, LongPredicate work) {
    exclusively(name, () -> new Walk(name, source, work).go());
  }

  /** Finds the next ids after the given one, in their order. */
  @FunctionalInterface
  public interface Source {
    List<Long> after(long id, int limit);
  }

  /** The lock is the connection's, so that it ends with a server that is killed. */
  private static boolean asked(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "job:" + name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
