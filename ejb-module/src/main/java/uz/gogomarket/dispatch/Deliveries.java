package uz.gogomarket.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.DeliveryAddress;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.GeoPoint;

/** The queries on deliveries and their way. */
@ApplicationScoped
class Deliveries {

  private static final String DELIVERIES =
      """
      select o.id, o.order_number, o.status, o.seller_id,
             (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
             o.courier_id, o.courier_name, o.delivery_address,
             o.payment_method, o.total_amount, o.courier_fee, o.cash_handed_in_at, o.created_at,
             o.actual_delivery_date, a.full_name, a.phone, a.city, a.district, a.street, a.building
      from orders o left join user_addresses a
        on a.user_id = o.seller_id and a.type = 'pickup' and a.is_default and a.deleted_at is null
      """;

  private static final int MAX_POINTS = 200;

  @Inject Sql sql;

  /** All deliveries, for more conditions on the orders, as {@code o}. */
  static Query all() {
    return Query.of(DELIVERIES).where("o.delivery_quote is not null");
  }

  /** A page of some deliveries, newest first. */
  Page<Delivery> page(Query some, PageRequest request) {
    List<Found> rows =
        sql.list(
            some.newestFirst("o.id", request),
            row -> new Found(row.longValue("id"), delivery(row)));
    Page<Found> page = Page.of(rows, request, found -> Cursor.of(found.id()));
    return new Page<>(page.items().stream().map(Found::delivery).toList(), page.nextCursor());
  }

  Optional<Found> find(String number) {
    return sql.first(
        all().where("o.order_number = ?", number),
        row -> new Found(row.longValue("id"), delivery(row)));
  }

  void track(
      long orderId,
      long courierId,
      TrackingStatus status,
      @Nullable GeoPoint position,
      @Nullable String notes) {
    sql.update(
        """
        insert into order_tracking (order_id, courier_id, status, latitude, longitude, notes)
        values (?, ?, ?, ?, ?, ?)
        """,
        orderId,
        courierId,
        status,
        position == null ? null : position.latitude(),
        position == null ? null : position.longitude(),
        notes);
  }

  /** The last stored position of an order's way with this courier. */
  Optional<TrackingPoint> lastPosition(long orderId, long courierId) {
    return sql.first(
        """
        select status, latitude, longitude, notes, created_at from order_tracking
        where order_id = ? and courier_id = ? and latitude is not null order by id desc limit 1
        """,
        Deliveries::point,
        orderId,
        courierId);
  }

  /** An order of a buyer or guest, with the newest points of its way. */
  Optional<Tracking> tracking(String number, @Nullable Long buyerId, @Nullable Long guestId) {
    return sql.first(
            """
            select id, status, estimated_delivery_date from orders
            where order_number = ?
              and (buyer_id = cast(? as bigint) or guest_session_id = cast(? as bigint))
            """,
            row ->
                new Tracked(
                    row.longValue("id"),
                    row.enumValue("status", OrderStatus.class),
                    row.dateOrNull("estimated_delivery_date")),
            number,
            buyerId,
            guestId)
        .map(order -> tracking(number, order));
  }

  private Tracking tracking(String number, Tracked order) {
    List<TrackingPoint> points =
        new ArrayList<>(
            sql.list(
                """
                select status, latitude, longitude, notes, created_at from order_tracking
                where order_id = ? order by id desc limit ?
                """,
                Deliveries::point,
                order.id(),
                MAX_POINTS));
    boolean underWay =
        order.status() == OrderStatus.PICKED_UP || order.status() == OrderStatus.IN_TRANSIT;
    TrackingPoint latest =
        underWay
            ? points.stream().filter(point -> point.position() != null).findFirst().orElse(null)
            : null;
    Collections.reverse(points);
    return new Tracking(number, order.status(), order.expectedOn(), latest, points);
  }

  /** An order's id beside what is shown of it. */
  record Found(long id, Delivery delivery) {}

  private record Tracked(long id, OrderStatus status, @Nullable LocalDate expectedOn) {}

  private static TrackingPoint point(Row row) throws SQLException {
    return new TrackingPoint(
        row.enumValue("status", TrackingStatus.class),
        position(row),
        row.stringOrNull("notes"),
        row.instant("created_at"));
  }

  private static @Nullable GeoPoint position(Row row) throws SQLException {
    return row.decimalOrNull("latitude") == null
        ? null
        : new GeoPoint(row.decimal("latitude"), row.decimal("longitude"));
  }

  private static Delivery delivery(Row row) throws SQLException {
    boolean cash = row.string("payment_method").equals("cash");
    Instant handedIn = row.instantOrNull("cash_handed_in_at");
    return new Delivery(
        row.string("order_number"),
        row.enumValue("status", OrderStatus.class),
        row.longValue("seller_id"),
        row.stringOrNull("seller_name"),
        row.longOrNull("courier_id"),
        row.stringOrNull("courier_name"),
        pickup(row),
        row.jsonOrNull("delivery_address", DeliveryAddress.class),
        cash ? row.money("total_amount") : Money.ZERO,
        row.money("courier_fee"),
        handedIn != null,
        row.instant("created_at"),
        row.instantOrNull("actual_delivery_date"));
  }

  private static @Nullable PickupPlace pickup(Row row) throws SQLException {
    return row.stringOrNull("full_name") == null
        ? null
        : new PickupPlace(
            row.string("full_name"),
            row.string("phone"),
            row.string("city"),
            row.stringOrNull("district"),
            row.string("street"),
            row.stringOrNull("building"));
  }
}
