package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL with parameters, for reads straight into records and for set-based writes.
 *
 * <p>It runs on the transaction's own connection, after telling row-level security who is acting
 * and after what JPA has not yet written. Parameters may be {@link Money}, {@link Instant}, enums
 * (as their labels), collections of longs or strings (as arrays), {@code byte[]}, strings, numbers,
 * booleans and null; PostgreSQL infers the type of strings, so a jsonb or enum column takes them as
 * they are.
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
          bind(statement, parameters);
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

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    return list(sql, mapper, parameters).stream().findFirst();
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

  /** Returns how many rows were changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return run(
        sql,
        statement -> {
          bind(statement, parameters);
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
            bind(statement, row);
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
    sayWhoActs();
    return connections.use(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
          }
        });
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Money money) {
      statement.setBigDecimal(index, money.amount());
    } else if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(index, EnumConverter.label(constant));
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Collection<?> many) {
      statement.setArray(index, array(statement, many));
    } else {
      statement.setObject(index, value);
    }
  }

  private static java.sql.Array array(PreparedStatement statement, Collection<?> many)
      throws SQLException {
    Connection connection = statement.getConnection();
    boolean numbers = many.stream().allMatch(each -> each instanceof Number);
    Object[] elements =
        many.stream()
            .map(each -> each instanceof Enum<?> e ? EnumConverter.label(e) : each)
            .map(each -> each instanceof Money money ? money.amount() : each)
            .toArray();
    boolean decimals = many.stream().anyMatch(each -> each instanceof Money);
    String type = decimals ? "numeric" : numbers && !many.isEmpty() ? "bigint" : "text";
    return connection.createArrayOf(type, elements);
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
