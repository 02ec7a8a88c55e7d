package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL with parameters, for reads straight into records and for set-based writes.
 *
 * <p>It runs on the transaction's own connection, after telling row-level security who is acting
 * and after what JPA has not yet written. Parameters may be {@link Money}, {@link Instant}, enums
 * (as their labels), {@code byte[]}, strings, numbers, booleans, null, and collections of these (as
 * arrays, empty ones and ones with nulls too); PostgreSQL infers the type of strings, so a jsonb or
 * enum column takes them as they are. A text holds one statement ({@link OneStatement}).
 */
@ApplicationScoped
public class Sql {

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject TransactionConnection connections;
  @Inject Json json;
  @Inject Actors actors;
  @Inject Entities entities;
  @Inject RowSecurity rowSecurity;

  public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    return run(
        sql,
        statement -> {
          Parameters.bind(statement, parameters);
          try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result, json);
            List<T> rows = new ArrayList<>();
            while (result.next()) {
              rows.add(mapper.map(row));
            }
            return rows;
          }
        });
  }

  /**
   * The rows as records, by name: the component {@code orderNumber} is the column {@code
   * order_number}; one that is a record is a column of JSON, or the columns with its name before
   * theirs. Enums are read by their labels, lists and sets from arrays, all other types from JSON;
   * only what is {@code @Nullable} may be null. A scalar in place of a record is the only column.
   *
   * @throws IllegalStateException if a component has no column, or is null and may not be
   */
  public <T> List<T> list(String sql, Class<T> type, @Nullable Object... parameters) {
    return list(sql, row -> row.as(type), parameters);
  }

  /** The rows of a statement whose conditions were put together, as records. */
  public <T> List<T> list(Query query, Class<T> type) {
    return list(query.text(), type, query.parameters());
  }

  /** The rows of a statement whose conditions were put together. */
  public <T> List<T> list(Query query, RowMapper<T> mapper) {
    return list(query.text(), mapper, query.parameters());
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    return list(sql, mapper, parameters).stream().findFirst();
  }

  /** The first row as a record, if there is one. */
  public <T> Optional<T> first(String sql, Class<T> type, @Nullable Object... parameters) {
    return first(sql, row -> row.as(type), parameters);
  }

  /** The first row of a statement whose conditions were put together, as a record. */
  public <T> Optional<T> first(Query query, Class<T> type) {
    return first(query.text(), type, query.parameters());
  }

  /** The first row of a statement whose conditions were put together, if there is one. */
  public <T> Optional<T> first(Query query, RowMapper<T> mapper) {
    return first(query.text(), mapper, query.parameters());
  }

  /**
   * The only row of a query that always has one (an aggregate, an {@code insert … returning}).
   *
   * @throws IllegalStateException if there is none
   */
  public <T> T one(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    return first(sql, mapper, parameters)
        .orElseThrow(() -> new IllegalStateException("The query had no result"));
  }

  /**
   * The only row of a query that always has one, as a record.
   *
   * @throws IllegalStateException if there is none
   */
  public <T> T one(String sql, Class<T> type, @Nullable Object... parameters) {
    return one(sql, row -> row.as(type), parameters);
  }

  /**
   * The only row of a statement whose conditions were put together, and that always has one.
   *
   * @throws IllegalStateException if there is none
   */
  public <T> T one(Query query, RowMapper<T> mapper) {
    return one(query.text(), mapper, query.parameters());
  }

  /**
   * Locks the rows that a query finds, in the order of their ids, until the transaction ends.
   * Inserts that refer to them need not wait.
   *
   * @param query {@code select id from … where …}, without order
   * @return the ids of those that are locked now; read after this what the lock protects
   */
  public List<Long> lock(String query, @Nullable Object... parameters) {
    return list(query + " order by 1 for no key update", Long.class, parameters);
  }

  /** Locks a name until the transaction ends: others who lock it wait. */
  public void lockName(String name) {
    call("select pg_advisory_xact_lock(hashtextextended(?, 0))", name);
  }

  /** Runs a query for what it does, whatever it answers, such as a call of a function. */
  public void call(String query, @Nullable Object... parameters) {
    boolean unused =
        run(
            query,
            statement -> {
              Parameters.bind(statement, parameters);
              return statement.execute();
            });
  }

  /** Returns how many rows were changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return run(
        sql,
        statement -> {
          Parameters.bind(statement, parameters);
          return statement.executeUpdate();
        });
  }

  /** One statement for many rows of parameters, sent as a batch. */
  public void batch(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    run(
        sql,
        statement -> {
          for (@Nullable Object[] row : rows) {
            Parameters.bind(statement, row);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /**
   * Only tells the database who is acting: for statements of the engine that follow in the same
   * transaction.
   */
  public void sayWhoActs() {
    if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
      rowSecurity.apply(actors.current());
      entities.settle();
    }
  }

  private <T> T run(String sql, Work<T> work) {
    OneStatement.require(sql);
    sayWhoActs();
    return connections.use(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
          }
        });
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
