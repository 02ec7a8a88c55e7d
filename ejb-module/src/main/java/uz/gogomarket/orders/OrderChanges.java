package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Sql;

/**
 * The feed of a seller's changed orders. It leaves nothing out: no change is older than its
 * transaction, so the feed ends before the beginning of the oldest transaction that still runs;
 * what that one changes comes later.
 */
@ApplicationScoped
class OrderChanges {

  /** For a transaction that has begun but is not to be seen yet. */
  private static final int MARGIN_MILLIS = 200;

  private static final String UP_TO =
      """
      select least(clock_timestamp() - make_interval(secs => ?), min(xact_start)) as up_to
      from pg_stat_activity
      where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()
      """;

  private static final String CHANGED =
      """
      where o.seller_id = ? and (o.updated_at, o.id) > (?, ?) and o.updated_at < ?
      order by o.updated_at, o.id limit ?
      """;

  @Inject Sql sql;

  private record Found(long id, ChangedOrders.Change change) {}

  ChangedOrders since(long sellerId, PageRequest request) {
    Optional<Cursor> after = request.after();
    Instant from = after.map(cursor -> cursor.instantAt(0)).orElse(Instant.EPOCH);
    long fromId = after.map(cursor -> cursor.longAt(1)).orElse(0L);
    // Read first and on its own: a snapshot taken before it could miss what it takes for finished.
    Instant upTo = sql.one(UP_TO, Instant.class, MARGIN_MILLIS / 1000.0);
    List<Found> rows =
        sql.list(
            OrderViews.SUMMARY + ", o.updated_at " + OrderViews.ORDERS + CHANGED,
            row ->
                new Found(
                    row.longValue("id"),
                    new ChangedOrders.Change(
                        row.as(OrderSummary.class), row.instant("updated_at"))),
            sellerId,
            from,
            fromId,
            upTo,
            request.fetchSize());
    boolean more = rows.size() > request.limit();
    List<Found> page = more ? rows.subList(0, request.limit()) : rows;
    Cursor end =
        page.isEmpty()
            ? Cursor.of(from, fromId)
            : Cursor.of(
                page.get(page.size() - 1).change().changedAt(), page.get(page.size() - 1).id());
    return new ChangedOrders(page.stream().map(Found::change).toList(), end.encode(), more);
  }
}
