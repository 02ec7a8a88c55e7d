package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Reads and changes orders; the only place where a status is written. */
@ApplicationScoped
class Orders {

  private static final String FACTS =
      """
      select id, order_number, checkout_id, buyer_id, seller_id, courier_id, status,
             payment_status, payment_method, subtotal - discount_amount as goods, tax_amount,
             shipping_cost, courier_fee, commission_amount, total_amount, refunded_amount,
             delivery_quote is not null as shipped, hold_days, actual_delivery_date, hold_until,
             frozen_at, settled_at, cash_handed_in_at
      from orders
      """;

  @Inject Sql sql;
  @Inject Actors actors;

  OrderFacts facts(long id) {
    return sql.first(FACTS + " where id = ?", Orders::facts, id)
        .orElseThrow(() -> new NotFound("order", id));
  }

  OrderFacts facts(String number) {
    return sql.first(FACTS + " where order_number = ?", Orders::facts, number)
        .orElseThrow(() -> new NotFound("order", number));
  }

  /** Locks the order before it is read. */
  OrderFacts lock(long id) {
    return sql.first(FACTS + " where id = ? for no key update", Orders::facts, id)
        .orElseThrow(() -> new NotFound("order", id));
  }

  /** Locks all orders of a checkout, in the order of their ids. */
  List<OrderFacts> lockAllOf(long checkoutId) {
    return sql.list(
        FACTS + " where checkout_id = ? order by id for no key update", Orders::facts, checkoutId);
  }

  /**
   * Takes one step of the status machine and writes it into the history.
   *
   * @return the order after it
   */
  OrderFacts move(OrderFacts order, OrderStatus to, @Nullable String notes) {
    if (!order.status().mayBecome(to)) {
      throw order.wrongStatus("it cannot become " + OrderFacts.label(to));
    }
    int written =
        sql.update(
            """
            with moved as (
              update orders set status = ?, version = version + 1 where id = ? and status = ?
              returning id)
            insert into order_status_history (order_id, status, notes, changed_by, actor)
            select id, ?, ?, ?, ? from moved
            """,
            to,
            order.id(),
            order.status(),
            to,
            notes,
            actors.current().userId(),
            actors.current().name());
    if (written != 1) {
      throw order.wrongStatus("it was changed meanwhile");
    }
    return facts(order.id());
  }

  /** Writes something into the history of an order that stays what it is. */
  void note(OrderFacts order, String notes) {
    sql.update(
        "insert into order_status_history (order_id, status, notes, changed_by, actor)"
            + " values (?, ?, ?, ?, ?)",
        order.id(),
        order.status(),
        notes,
        actors.current().userId(),
        actors.current().name());
  }

  void hold(long id, Instant until) {
    sql.update("update orders set hold_until = ? where id = ?", until, id);
  }

  void assign(long id, long courierId) {
    sql.update("update orders set courier_id = ? where id = ?", courierId, id);
  }

  void delivered(long id, Instant at, Instant holdUntil, PaymentStatus payment) {
    sql.update(
        "update orders set actual_delivery_date = ?, hold_until = ?, payment_status = ?"
            + " where id = ?",
        at,
        holdUntil,
        payment,
        id);
  }

  void cancelled(long id, String reason, Instant at) {
    sql.update(
        "update orders set cancellation_reason = ?, cancelled_by = ?, cancelled_at = ?"
            + " where id = ?",
        reason,
        actors.current().userId(),
        at,
        id);
  }

  void refunded(long id, Money more, PaymentStatus payment) {
    sql.update(
        "update orders set refunded_amount = refunded_amount + ?, payment_status = ? where id = ?",
        more,
        payment,
        id);
  }

  void freeze(long id, @Nullable Instant at) {
    sql.update("update orders set frozen_at = ? where id = ?", at, id);
  }

  void settled(long id, Instant at) {
    sql.update("update orders set settled_at = ? where id = ?", at, id);
  }

  void handedIn(List<Long> ids, Instant at) {
    sql.update("update orders set cash_handed_in_at = ? where id = any (?)", at, ids);
  }

  /** What these orders took from the stock. */
  List<StockLine> stock(List<Long> ids) {
    return sql.list(
        "select product_id, variant_id, quantity from order_items where order_id = any (?)",
        row ->
            new StockLine(
                new ItemRef(row.longValue("product_id"), row.longOrNull("variant_id")),
                row.intValue("quantity")),
        ids);
  }

  static OrderFacts facts(Row row) throws SQLException {
    return new OrderFacts(
        row.longValue("id"),
        row.string("order_number"),
        row.longValue("checkout_id"),
        row.longOrNull("buyer_id"),
        row.longValue("seller_id"),
        row.longOrNull("courier_id"),
        row.enumValue("status", OrderStatus.class),
        row.enumValue("payment_status", PaymentStatus.class),
        row.enumValue("payment_method", PaymentMethod.class),
        row.money("goods"),
        row.money("tax_amount"),
        row.money("shipping_cost"),
        row.money("courier_fee"),
        row.money("commission_amount"),
        row.money("total_amount"),
        row.money("refunded_amount"),
        row.bool("shipped"),
        row.intValue("hold_days"),
        row.instantOrNull("actual_delivery_date"),
        row.instantOrNull("hold_until"),
        row.instantOrNull("frozen_at"),
        row.instantOrNull("settled_at"),
        row.instantOrNull("cash_handed_in_at"));
  }
}
