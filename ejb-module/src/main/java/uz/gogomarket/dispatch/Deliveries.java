package uz.gogomarket.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.GeoPoint;

/** Where deliveries and their way are found; what happens at the door changes {@link Delivery}. */
@ApplicationScoped
class Deliveries {

  private static final String DELIVERIES =
      """
      select o.id, o.order_number, o.status, o.seller_id,
             (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
             o.courier_id, o.courier_name, a.full_name as pickup_name, a.phone as pickup_phone,
             a.city as pickup_city, a.district as pickup_district, a.street as pickup_street,
             a.building as pickup_building, o.delivery_address as address,
             case when o.payment_method = 'cash' then o.total_amount else 0 end as cash_to_collect,
             o.courier_fee as fee, o.cash_handed_in_at is not null as cash_handed_in,
             o.created_at as placed_at, o.actual_delivery_date as delivered_at
      from orders o left join user_addresses a
        on a.user_id = o.seller_id and a.type = 'pickup' and a.is_default and a.deleted_at is null
      """;

  private static final String POINTS =
      """
      select status, latitude as position_latitude, longitude as position_longitude, notes,
             created_at as at
      from order_tracking
      """;

  private static final int MAX_POINTS = 200;

  @Inject Sql sql;
  @Inject Entities entities;

  /** That of an order which the caller has locked. */
  Delivery of(long orderId) {
    return entities
        .find(Delivery.class, orderId)
        .orElseThrow(() -> new NotFound("delivery", orderId));
  }

  /** All deliveries, for more conditions on the orders, as {@code o}. */
  static Query all() {
    return Query.of(DELIVERIES).where("o.delivery_quote is not null");
  }

  /** A page of some deliveries, newest first. */
  Page<DeliveryView> page(Query some, PageRequest request) {
    List<Found> rows =
        sql.list(
            some.newestFirst("o.id", request),
            row -> new Found(row.longValue("id"), row.as(DeliveryView.class)));
    Page<Found> page = Page.of(rows, request, found -> Cursor.of(found.id()));
    return new Page<>(page.items().stream().map(Found::delivery).toList(), page.nextCursor());
  }

  Optional<Found> find(String number) {
    return sql.first(
        all().where("o.order_number = ?", number),
        row -> new Found(row.longValue("id"), row.as(DeliveryView.class)));
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
        POINTS
            + "where order_id = ? and courier_id = ? and latitude is not null"
            + " order by id desc limit 1",
        TrackingPoint.class,
        orderId,
        courierId);
  }

  /** An order of a buyer or guest, with the newest points of its way. */
  Optional<Tracking> tracking(String number, Actor buyer) {
    return sql.first(
            Query.of("select id, status, estimated_delivery_date as expected_on from orders")
                .where("order_number = ?", number)
                .whereGiven("buyer_id = ?", buyer.userId())
                .whereIf(buyer.userId() == null, "guest_session_id = ?", buyer.guestId()),
            Tracked.class)
        .map(order -> tracking(number, order));
  }

  private Tracking tracking(String number, Tracked order) {
    List<TrackingPoint> points =
        new ArrayList<>(
            sql.list(
                POINTS + "where order_id = ? order by id desc limit ?",
                TrackingPoint.class,
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
  record Found(long id, DeliveryView delivery) {}

  private record Tracked(long id, OrderStatus status, @Nullable LocalDate expectedOn) {}
}
