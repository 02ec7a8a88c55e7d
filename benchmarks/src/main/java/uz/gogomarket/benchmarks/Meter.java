package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what server and database have used so far: processor time from the operating system's
 * accounts ({@code /proc}), statements from {@code pg_stat_statements} where that is loaded.
 */
final class Meter {
  /** What Linux counts processor time in, whatever the machine: 100 ticks a second. */
  private static final double MILLIS_PER_TICK = 10;

  private static final Path PROCESSES = Path.of("/proc");

  private final Target target;

  Meter(Target target) {
    this.target = target;
  }

  /**
   * What has been used since the processes began.
   *
   * @param statements what the application has sent, without begin and commit; absent where
   *     PostgreSQL does not count them
   */
  record Reading(double serverMillis, double databaseMillis, Optional<Long> statements) {

    Reading minus(Reading earlier) {
      return new Reading(
          serverMillis - earlier.serverMillis,
          databaseMillis - earlier.databaseMillis,
          statements.flatMap(now -> earlier.statements.map(then -> now - then)));
    }
  }

  private record ProcessTimes(long parent, double own, double ofEndedChildren) {}

  Reading now(Connection database) throws IOException, SQLException {
    return new Reading(
        times(target.serverPid()).map(ProcessTimes::own).orElseThrow(),
        databaseMillis(),
        statements(database));
  }

  static boolean countsStatements(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select current_setting('shared_preload_libraries') like '%pg_stat_statements%'")) {
      boolean counts = rows.next() && rows.getBoolean(1);
      if (counts) {
        statement.execute("create schema if not exists benchmark");
        statement.execute("create extension if not exists pg_stat_statements schema benchmark");
      }
      return counts;
    }
  }

  private static Optional<Long> statements(Connection database) throws SQLException {
    if (!countsStatements(database)) {
      return Optional.empty();
    }
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select coalesce(sum(calls), 0) from benchmark.pg_stat_statements s
                join pg_roles r on r.oid = s.userid
                where r.rolname = 'gogomarket_app' and s.toplevel
                  and s.query !~* '^\\s*(begin|commit|rollback|set|show|start)\\M'
                """)) {
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
  }

  /** The first process, its children, and the children that have ended meanwhile. */
  private double databaseMillis() throws IOException {
    ProcessTimes first = times(target.postgresPid()).orElseThrow();
    double millis = first.own() + first.ofEndedChildren();
    for (long pid : pids()) {
      Optional<ProcessTimes> times = times(pid);
      if (times.isPresent() && times.get().parent() == target.postgresPid()) {
        millis += times.get().own();
      }
    }
    return millis;
  }

  private static List<Long> pids() throws IOException {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path folder : folders) {
        pids.add(Long.parseLong(folder.getFileName().toString()));
      }
    }
    return pids;
  }

  /** See proc_pid_stat(5): the name in brackets may hold anything, so count after it. */
  private static Optional<ProcessTimes> times(long pid) throws IOException {
    try {
      String line = Files.readString(PROCESSES.resolve(pid + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Optional.of(
          new ProcessTimes(
              Long.parseLong(fields[1]),
              (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK,
              (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK));
    } catch (NoSuchFileException ended) {
      return Optional.empty();
    }
  }
}
