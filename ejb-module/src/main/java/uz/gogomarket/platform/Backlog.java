package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads what operators watch in the database. */
@Stateless
@Internal
public class Backlog {

  private static final String OUTBOX =
      """
      select count(*) filter (where failed_at is null) as waiting,
        count(*) filter (where failed_at is not null) as failed,
        coalesce(extract(epoch from now() - min(created_at) filter (where failed_at is null)), 0)
          as oldest
      from outbox where done_at is null
      """;

  /** The server's own connections: this one looks, and does not count. */
  private static final String CONNECTIONS =
      """
      select count(*) filter (where state <> 'idle') as used,
        count(*) filter (where state = 'idle') as free
      from pg_stat_activity
      where usename = current_user and datname = current_database() and pid <> pg_backend_pid()
      """;

  @Inject Sql sql;

  /**
   * Messages that have not been delivered.
   *
   * @param failed those that were given up
   * @param oldestSeconds age of the oldest that still waits; 0 where none does
   */
  public record OutboxState(long waiting, long failed, double oldestSeconds) {}

  /** Connections of this marketplace to its database, in use and idle. */
  public record Connections(long used, long free) {}

  public OutboxState outbox() {
    return sql.one(
        OUTBOX,
        row ->
            new OutboxState(
                row.longValue("waiting"),
                row.longValue("failed"),
                row.decimal("oldest").doubleValue()));
  }

  public Connections connections() {
    return sql.one(
        CONNECTIONS, row -> new Connections(row.longValue("used"), row.longValue("free")));
  }
}
