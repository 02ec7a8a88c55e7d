package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.RowMapper;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.ShippingQuote;

/** Orders as they are looked at. */
@ApplicationScoped
class OrderViews {

  /** What a summary shows. */
  static final String SUMMARY =
      """
      select o.id, o.order_number, c.checkout_number, o.buyer_id, o.seller_id,
             (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
             o.courier_id, o.courier_name, o.status, o.payment_status, o.payment_method,
             o.total_amount as total, first.product_name as first_item, first.units,
             o.frozen_at is not null as disputed, o.created_at
      """;

  /** Where it stands. */
  static final String ORDERS =
      """
      from orders o left join checkouts c on c.id = o.checkout_id
        join lateral (
          select i.product_name, sum(i.quantity) over () as units
          from order_items i where i.order_id = o.id order by i.id limit 1) first on true
      """;

  /** What only somebody sees who looks at one of them. */
  private static final String DETAILS =
      """
             , o.subtotal, o.discount_amount as discount, o.tax_amount as tax,
             o.shipping_cost as shipping, o.refunded_amount as refunded,
             o.commission_amount as commission, o.guest_info as guest, o.delivery_address,
             o.delivery_quote as delivery, o.estimated_delivery_date as expected_on,
             o.actual_delivery_date as delivered_at, o.hold_until, o.settled_at, o.notes,
             o.cancellation_reason
      """;

  @Inject Sql sql;
  @Inject DeliveryRegister deliveries;

  Page<OrderSummary> page(OrderScope scope, OrderSearch search, PageRequest request) {
    Query query =
        scope
            .of(SUMMARY + ORDERS)
            .whereGiven("o.status = ?", search.status())
            .whereGiven("o.buyer_id = ?", search.buyerId())
            .whereGiven("o.seller_id = ?", search.sellerId())
            .newestFirst("o.id", request);
    List<Found> rows =
        sql.list(query, row -> new Found(row.longValue("id"), row.as(OrderSummary.class)));
    Page<Found> page = Page.of(rows, request, found -> Cursor.of(found.id()));
    return new Page<>(page.items().stream().map(Found::summary).toList(), page.nextCursor());
  }

  /** The id of an order within the scope. */
  Optional<Long> idOf(OrderScope scope, String number) {
    return find("select o.id from orders o", scope, number, row -> row.as(Long.class));
  }

  /** An order within the scope, in three statements and one for the code. */
  Optional<OrderDetail> detail(OrderScope scope, String number) {
    return idOf(scope, number)
        .flatMap(
            id -> {
              List<OrderItemView> items = items(id);
              String code = scope.seesCode() ? deliveries.codeOf(id).orElse(null) : null;
              return find(
                  SUMMARY + DETAILS + ORDERS,
                  scope,
                  number,
                  row ->
                      row.as(Details.class)
                          .of(row.as(OrderSummary.class), items, scope.seesCommission(), code));
            });
  }

  /** The history, oldest first; it has no more rows than the status machine has steps to offer. */
  List<OrderEvent> history(long orderId) {
    return sql.list(
        """
        select h.status, h.notes, h.created_at as at,
               case when h.actor like 'system:%' then 'system'
                    when h.actor like 'guest:%' or h.changed_by = o.buyer_id then 'buyer'
                    when h.changed_by = o.seller_id then 'seller'
                    when h.changed_by = o.courier_id then 'courier'
                    else 'admin' end as by
        from order_status_history h join orders o on o.id = h.order_id
        where h.order_id = ? order by h.id limit 1000
        """,
        OrderEvent.class, orderId);
  }

  private <T> Optional<T> find(
      String select, OrderScope scope, String number, RowMapper<T> mapper) {
    return sql.first(scope.of(select).where("o.order_number = ?", number), mapper);
  }

  /** The items, with the address and picture of those whose product can still be seen. */
  private List<OrderItemView> items(long orderId) {
    return sql.list(
        """
        select i.id, i.product_id, i.variant_id, i.product_name as name, i.variant_name, p.slug,
               i.sku, coalesce(i.attributes, '{}') as attributes, i.quantity, i.unit_price,
               i.subtotal, i.tax_rate, i.tax_amount as tax,
               case when p.id is not null then coalesce(v.image_url,
                 (select coalesce(g.thumbnail_url, g.url) from product_images g
                  where g.product_id = p.id
                  order by g.is_primary desc, g.sort_order, g.id limit 1)) end as image_url
        from order_items i
        left join products p on p.id = i.product_id and p.status in ('active', 'out_of_stock')
                                and p.visibility <> 'private' and p.deleted_at is null
        left join product_variants v on v.id = i.variant_id
        where i.order_id = ? order by i.id
        """,
        OrderItemView.class,
        orderId);
  }

  private record Found(long id, OrderSummary summary) {}

  private record Details(
      Money subtotal,
      Money discount,
      Money tax,
      Money shipping,
      Money refunded,
      Money commission,
      @Nullable GuestInfo guest,
      @Nullable DeliveryAddress deliveryAddress,
      @Nullable ShippingQuote delivery,
      @Nullable LocalDate expectedOn,
      @Nullable Instant deliveredAt,
      @Nullable Instant holdUntil,
      @Nullable Instant settledAt,
      @Nullable String notes,
      @Nullable String cancellationReason) {

    OrderDetail of(
        OrderSummary summary,
        List<OrderItemView> items,
        boolean seesCommission,
        @Nullable String code) {
      return new OrderDetail(
          summary,
          items,
          subtotal,
          discount,
          tax,
          shipping,
          refunded,
          seesCommission ? commission : null,
          guest,
          deliveryAddress,
          delivery,
          expectedOn,
          deliveredAt,
          holdUntil,
          settledAt,
          summary.status().isOver() ? null : code,
          notes,
          cancellationReason);
    }
  }
}
