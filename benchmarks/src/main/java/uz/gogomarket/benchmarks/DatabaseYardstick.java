package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets as many connections as there are shoppers take one step of the least SQL for some time. */
final class DatabaseYardstick implements AutoCloseable {
  private static final String SCHEMA = "yardstick";
  private static final int TITLES = 1000;
  private static final String TABLES =
      "select 'yardstick.' || tablename from pg_tables where schemaname = 'yardstick'";

  private final LeastSql.Step step;
  private final List<Connection> connections = new ArrayList<>();
  private final List<LeastSql> hands = new ArrayList<>();
  private final ExecutorService threads;

  private DatabaseYardstick(LeastSql.Step step, int hands) {
    this.step = step;
    this.threads = Executors.newFixedThreadPool(hands);
  }

  /** Makes the tables, with as many products as the marketplace lists. */
  static void prepare(Connection database, int products) throws SQLException, IOException {
    try (InputStream in = DatabaseYardstick.class.getResourceAsStream("/yardstick/schema.sql");
        Statement statement = database.createStatement()) {
      if (in == null) {
        throw new IllegalStateException("yardstick/schema.sql is not on the class path");
      }
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      statement.execute(schema.formatted(products));
      for (String table : Feeds.lines(database, TABLES)) {
        statement.execute("vacuum analyze " + table);
      }
    } finally {
      try (Statement statement = database.createStatement()) {
        statement.execute("reset search_path");
      }
    }
  }

  static void remove(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("drop schema if exists " + SCHEMA + " cascade");
    }
  }

  static DatabaseYardstick open(Target target, LeastSql.Step step, int hands)
      throws SQLException, IOException {
    DatabaseYardstick yardstick = new DatabaseYardstick(step, hands);
    for (int i = 0; i < hands; i++) {
      Connection connection = target.database();
      yardstick.connections.add(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set search_path = yardstick, public");
      }
      List<String> titles =
          Feeds.lines(connection, "select title from product order by slug limit " + TITLES);
      int products =
          Integer.parseInt(Feeds.lines(connection, "select count(*) from product").get(0));
      yardstick.hands.add(new LeastSql(connection, products, titles, i + 1));
    }
    return yardstick;
  }

  /** Returns when the time is over and what was begun has ended. */
  void run(int seconds, Recorder recorder) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Future<?>> running = new ArrayList<>();
    for (LeastSql hand : hands) {
      running.add(
          threads.submit(
              () -> {
                repeat(hand, end, recorder);
                return null;
              }));
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("The database's yardstick has failed", e.getCause());
      }
    }
  }

  private void repeat(LeastSql hand, long end, Recorder recorder) throws SQLException {
    while (System.nanoTime() < end) {
      long began = System.nanoTime();
      step.take(hand);
      recorder.operation(System.nanoTime() - began, false);
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
