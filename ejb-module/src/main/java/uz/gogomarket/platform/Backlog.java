package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Reads what operators watch in the database. */
@Stateless
@Internal
public class Backlog {

  private static final String CONSUMERS =
      """
      select consumer, waiting, dead,
        coalesce(extract(epoch from cast(? as timestamptz) - (select created_at from outbox where id = oldest)), 0) as lag
      from (select consumer, count(*) filter (where dead_at is null) as waiting,
              count(*) filter (where dead_at is not null) as dead, min(message_id) as oldest
            from outbox_deliveries group by consumer) counted
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
  @Inject OutboxConsumers consumers;
  @Inject Clock clock;

  /**
   * What has not arrived at a consumer.
   *
   * @param waiting messages that are on their way, or wait behind others
   * @param dead those that were given up
   * @param lagSeconds age of the oldest of both; 0 where all has arrived
   */
  public record ConsumerState(long waiting, long dead, double lagSeconds) {

    static final ConsumerState NONE = new ConsumerState(0, 0, 0);
  }

  /** Connections of this marketplace to its database, in use and idle. */
  public record Connections(long used, long free) {}

  /** By the names of the consumers: those that there are, and those for which something waits. */
  public Map<String, ConsumerState> consumers() {
    Map<String, ConsumerState> states = new TreeMap<>();
    consumers.all().forEach(each -> states.put(each.name(), ConsumerState.NONE));
    sql.list(
        CONSUMERS,
        row ->
            states.put(
                row.string("consumer"),
                new ConsumerState(
                    row.longValue("waiting"),
                    row.longValue("dead"),
                    row.decimal("lag").doubleValue())),
        clock.instant());
    return states;
  }

  public Connections connections() {
    return sql.one(
        CONNECTIONS, row -> new Connections(row.longValue("used"), row.longValue("free")));
  }
}
