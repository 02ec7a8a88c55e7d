package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * The one handle of a transaction's connection, which JPA keeps until the end: plain SQL and the
 * engine work on it, too. For a second handle that is open at the same time the server would take
 * another connection from the pool, and threads that each hold one and want one more wait for each
 * other.
 */
@ApplicationScoped
public class TransactionConnection {

  private static final Object KEY = "uz.gogomarket.connection";

  @Resource(lookup = Database.JNDI_NAME)
  DataSource pool;

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject Bulkhead bulkhead;

  @PersistenceContext(unitName = "gogomarket")
  EntityManager entityManager;

  /** What is done with a connection, which it leaves open. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The same, with nothing to answer. */
  @FunctionalInterface
  interface Deed {
    void on(Connection connection) throws SQLException;
  }

  /**
   * Works on the transaction's connection, or outside of any on one for this work alone.
   *
   * @throws DatabaseFailure if the database refuses, or there is no connection
   */
  <T> T use(Work<T> work) {
    try {
      if (inTransaction()) {
        return work.on(own());
      }
      return bulkhead.reading(work, pool);
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }

  /** As {@link #use}, for what answers nothing. */
  void run(Deed deed) {
    boolean unused =
        use(
            connection -> {
              deed.on(connection);
              return true;
            });
  }

  /**
   * A data source of such connections, for who opens and closes them himself. They prepare {@link
   * OneStatement} at a time.
   */
  public DataSource asDataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            return invoke(pool, method, arguments);
          }
          return inTransaction()
              ? kept(own())
              : checked((Connection) Objects.requireNonNull(invoke(pool, method, arguments)));
        });
  }

  private boolean inTransaction() {
    int status = transaction.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  private Connection own() throws SQLException {
    if (transaction.getResource(KEY) instanceof Connection known) {
      return known;
    }
    Connection connection;
    try {
      connection = acquired(entityManager.unwrap(UnitOfWorkImpl.class));
    } catch (RuntimeException e) {
      throw refusal(e);
    }
    transaction.putResource(KEY, connection);
    return connection;
  }

  /** As {@code unwrap(Connection.class)} does, which answers null where JPA has not read yet. */
  private static Connection acquired(UnitOfWorkImpl work) {
    work.beginEarlyTransaction();
    Accessor accessor = work.getAccessor();
    accessor.incrementCallCount(work.getParent());
    accessor.decrementCallCount();
    return (Connection) accessor.getDatasourceConnection();
  }

  /** JPA wraps what the pool or the database said. */
  private static SQLException refusal(RuntimeException e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof SQLException refused) {
        return refused;
      }
    }
    throw e;
  }

  /** JPA closes it, at the end of the transaction. */
  private static Connection kept(Connection connection) {
    Connection checked = checked(connection);
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            method.getName().equals("close") ? null : invoke(checked, method, arguments));
  }

  private static Connection checked(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("createStatement")) {
            throw new SQLFeatureNotSupportedException("Statements are prepared here");
          }
          if (arguments != null
              && arguments.length > 0
              && arguments[0] instanceof String sql
              && method.getName().startsWith("prepare")) {
            OneStatement.require(sql);
          }
          return invoke(connection, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            TransactionConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
