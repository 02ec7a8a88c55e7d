package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The queries on checkouts. */
@ApplicationScoped
class Checkouts {

  private static final String FACTS =
      "select id, checkout_number, buyer_id, status, payment_method, expires_at from checkouts";

  @Inject Sql sql;

  /** Locks the checkout before it is read; its orders are locked after it, never before. */
  Optional<CheckoutFacts> lock(String number) {
    return sql.first(
        FACTS + " where checkout_number = ? for no key update", Checkouts::facts, number);
  }

  CheckoutFacts lock(long id) {
    return sql.one(FACTS + " where id = ? for no key update", Checkouts::facts, id);
  }

  /** The checkouts that were not paid in time. */
  List<Long> expired(Instant now, long afterId, int limit) {
    return sql.list(
        """
        select id from checkouts
        where status = 'awaiting_payment' and expires_at <= ? and id > ? order by id limit ?
        """,
        row -> row.longValue("id"),
        now,
        afterId,
        limit);
  }

  void setStatus(long id, CheckoutStatus status) {
    sql.update("update checkouts set status = ? where id = ?", status, id);
  }

  /** What an order costs is not asked any more: it was cancelled before it was paid. */
  void waive(long id, Money amount) {
    sql.update("update checkouts set total_amount = total_amount - ? where id = ?", amount, id);
  }

  /** Notes that the checkout and all its orders that still stand are paid. */
  void paid(long id, PaymentMethod method) {
    sql.update(
        """
        with paid as (
          update checkouts set status = 'paid', payment_method = ?, expires_at = null where id = ?)
        update orders set payment_status = 'paid', payment_method = ?
        where checkout_id = ? and status <> 'cancelled'
        """,
        method,
        id,
        method,
        id);
  }

  /** Any checkout. */
  Optional<CheckoutView> view(String number) {
    return view("checkout_number = ?", number);
  }

  /** A checkout of a buyer or guest. */
  Optional<CheckoutView> view(String number, @Nullable Long buyerId, @Nullable Long guestId) {
    return view(
        "checkout_number = ?"
            + " and (buyer_id = cast(? as bigint) or guest_session_id = cast(? as bigint))",
        number,
        buyerId,
        guestId);
  }

  private Optional<CheckoutView> view(String condition, @Nullable Object... parameters) {
    return sql.first(
            "select checkout_number, status, payment_method, total_amount, expires_at, id"
                + " from checkouts where "
                + condition,
            Checkouts::head,
            parameters)
        .map(
            head ->
                new CheckoutView(
                    head.view().checkoutNumber(),
                    head.view().status(),
                    head.view().paymentMethod(),
                    head.view().total(),
                    head.view().expiresAt(),
                    orders(head.id())));
  }

  private List<CheckoutOrder> orders(long checkoutId) {
    return sql.list(
        """
        select o.order_number, o.seller_id,
               (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
               o.status, o.payment_status, o.subtotal, o.shipping_cost, o.total_amount
        from orders o where o.checkout_id = ? order by o.id
        """,
        row ->
            new CheckoutOrder(
                row.string("order_number"),
                row.longValue("seller_id"),
                row.stringOrNull("seller_name"),
                row.enumValue("status", OrderStatus.class),
                row.enumValue("payment_status", PaymentStatus.class),
                row.money("subtotal"),
                row.money("shipping_cost"),
                row.money("total_amount")),
        checkoutId);
  }

  private record Head(long id, CheckoutView view) {}

  private static Head head(Row row) throws SQLException {
    return new Head(
        row.longValue("id"),
        new CheckoutView(
            row.string("checkout_number"),
            row.enumValue("status", CheckoutStatus.class),
            row.enumValue("payment_method", PaymentMethod.class),
            row.money("total_amount"),
            row.instantOrNull("expires_at"),
            List.of()));
  }

  private static CheckoutFacts facts(Row row) throws SQLException {
    return new CheckoutFacts(
        row.longValue("id"),
        row.string("checkout_number"),
        row.longOrNull("buyer_id"),
        row.enumValue("status", CheckoutStatus.class),
        row.enumValue("payment_method", PaymentMethod.class),
        row.instantOrNull("expires_at"));
  }
}
