package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The statements on refunds. */
@ApplicationScoped
class RefundTable {

  /** Far more than a page of payments has. */
  private static final int MAX_REFUNDS = 10_000;

  private static final String EARLIER =
      """
      select coalesce(sum(amount) filter (where status = 'pending'), 0) as reserved,
        coalesce(sum(amount) filter (where after_release), 0) as taken_back,
        coalesce(sum(amount) filter (where status = 'completed' and not after_release), 0)
          as completed
      from refunds where order_id = ? and status in ('pending', 'completed')
      """;

  private static final String INSERT =
      """
      insert into refunds (order_id, payment_id, user_id, amount, reason, method, status,
        after_release, requested_by, completed_by, completed_at)
      values (?, ?, ?, ?, ?, cast(? as refund_method_enum), cast(? as refund_status_enum), ?, ?, ?,
        ?)
      returning id
      """;

  private static final String COLUMNS =
      """
      select id, order_id,
        (select o.order_number from orders o where o.id = refunds.order_id) as order_number,
        payment_id, user_id, amount, reason, method, status, after_release,
        reference, requested_by, completed_by, completed_at, created_at
      from refunds
      """;

  private static final String COMPLETE =
      """
      update refunds set status = 'completed', reference = ?, completed_by = ?, completed_at = ?
      where id = ?
      """;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Clock clock;

  RefundPolicy.Earlier earlier(long orderId) {
    return sql.one(
        EARLIER,
        row ->
            new RefundPolicy.Earlier(
                row.money("reserved"), row.money("taken_back"), row.money("completed")),
        orderId);
  }

  long insert(RefundOrder refund, @Nullable Long paymentId, boolean completed, boolean released) {
    String actor = actors.current().name();
    return sql.one(
        INSERT,
        row -> row.longValue("id"),
        refund.orderId(),
        paymentId,
        refund.buyerId(),
        refund.amount(),
        refund.reason(),
        refund.buyerId() == null ? RefundMethod.BANK_TRANSFER : RefundMethod.GOGOMONEY,
        completed ? RefundStatus.COMPLETED : RefundStatus.PENDING,
        released,
        actor,
        completed ? actor : null,
        completed ? clock.instant() : null);
  }

  Optional<RefundView> find(long id) {
    return sql.first(COLUMNS + " where id = ?", RefundTable::view, id);
  }

  Optional<RefundView> lock(long id) {
    return sql.first(COLUMNS + " where id = ? for no key update", RefundTable::view, id);
  }

  /** Locks an order and says who has a part in it. */
  @Nullable Long[] lockOrder(long orderId) {
    return sql.one(
        "select buyer_id, seller_id, courier_id from orders where id = ? for no key update",
        row ->
            new @Nullable Long[] {
              row.longOrNull("buyer_id"), row.longOrNull("seller_id"), row.longOrNull("courier_id")
            },
        orderId);
  }

  List<RefundView> ofPayments(Collection<Long> paymentIds) {
    return sql.list(
        COLUMNS + " where payment_id = any (cast(? as bigint[])) order by id limit ?",
        RefundTable::view,
        paymentIds,
        MAX_REFUNDS);
  }

  /** Refunds to wallets that wait for the cash of some orders, locked. */
  List<RefundView> waitingForCash(List<Long> orderIds) {
    return sql.list(
        COLUMNS
            + " where order_id = any (cast(? as bigint[])) and status = 'pending'"
            + " and method = 'gogomoney' order by id for no key update",
        RefundTable::view,
        orderIds);
  }

  /** The newest first, and one more than the page has room for. */
  List<RefundView> list(
      @Nullable RefundStatus status, @Nullable RefundMethod method, PageRequest page) {
    return sql.list(
        Query.of(COLUMNS)
            .whereGiven("status = ?", status)
            .whereGiven("method = ?", method)
            .newestFirst("id", page),
        RefundTable::view);
  }

  void complete(long id, @Nullable String reference) {
    sql.update(COMPLETE, reference, actors.current().name(), clock.instant(), id);
  }

  /** It does not reach the buyer or does not stay there; the journal tells when and why. */
  void end(long id, RefundStatus how) {
    sql.update("update refunds set status = ? where id = ?", how, id);
  }

  private static RefundView view(Row row) throws SQLException {
    return new RefundView(
        row.longValue("id"),
        row.longValue("order_id"),
        row.string("order_number"),
        row.longOrNull("payment_id"),
        row.longOrNull("user_id"),
        row.money("amount"),
        row.string("reason"),
        row.enumValue("method", RefundMethod.class),
        row.enumValue("status", RefundStatus.class),
        row.bool("after_release"),
        row.stringOrNull("reference"),
        row.string("requested_by"),
        row.stringOrNull("completed_by"),
        row.instantOrNull("completed_at"),
        row.instant("created_at"));
  }
}
