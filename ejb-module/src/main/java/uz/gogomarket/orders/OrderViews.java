package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Cipher;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.RowMapper;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.ShippingQuote;

/** Orders as they are looked at. */
@ApplicationScoped
class OrderViews {

  /** Orders with what a summary shows. */
  static final String ORDERS =
      """
      select o.*, (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
        c.checkout_number, first.product_name as first_item, first.units
      from orders o left join checkouts c on c.id = o.checkout_id
        join lateral (
          select i.product_name, sum(i.quantity) over () as units
          from order_items i where i.order_id = o.id order by i.id limit 1) first on true
      """;

  @Inject Sql sql;
  @Inject Cipher cipher;

  Page<OrderSummary> page(OrderScope scope, OrderSearch search, PageRequest request) {
    Query query =
        scope
            .of(ORDERS)
            .whereGiven("o.status = ?", search.status())
            .whereGiven("o.buyer_id = ?", search.buyerId())
            .whereGiven("o.seller_id = ?", search.sellerId())
            .newestFirst("o.id", request);
    List<Found> rows = sql.list(query, row -> new Found(row.longValue("id"), summary(row)));
    Page<Found> page = Page.of(rows, request, found -> Cursor.of(found.id()));
    return new Page<>(page.items().stream().map(Found::summary).toList(), page.nextCursor());
  }

  /** The id of an order within the scope. */
  Optional<Long> idOf(OrderScope scope, String number) {
    return find("select o.id from orders o", scope, number, row -> row.longValue("id"));
  }

  /** An order within the scope, in three statements. */
  Optional<OrderDetail> detail(OrderScope scope, String number) {
    return idOf(scope, number)
        .flatMap(
            id -> {
              List<OrderItemView> items = items(id);
              return find(ORDERS, scope, number, row -> detail(row, scope, items));
            });
  }

  /** The history, oldest first; it has no more rows than the status machine has steps to offer. */
  List<OrderEvent> history(long orderId) {
    return sql.list(
        """
        select h.status, h.notes, h.created_at,
               case when h.actor like 'system:%' then 'system'
                    when h.actor like 'guest:%' or h.changed_by = o.buyer_id then 'buyer'
                    when h.changed_by = o.seller_id then 'seller'
                    when h.changed_by = o.courier_id then 'courier'
                    else 'admin' end as by
        from order_status_history h join orders o on o.id = h.order_id
        where h.order_id = ? order by h.id limit 1000
        """,
        row ->
            new OrderEvent(
                row.enumValue("status", OrderStatus.class),
                row.string("by"),
                row.stringOrNull("notes"),
                row.instant("created_at")),
        orderId);
  }

  private <T> Optional<T> find(
      String select, OrderScope scope, String number, RowMapper<T> mapper) {
    return sql.first(scope.of(select).where("o.order_number = ?", number), mapper);
  }

  /** The items, with the address and picture of those whose product can still be seen. */
  private List<OrderItemView> items(long orderId) {
    return sql.list(
        """
        select i.*, p.slug,
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
        OrderViews::item,
        orderId);
  }

  private OrderDetail detail(Row row, OrderScope scope, List<OrderItemView> items)
      throws SQLException {
    OrderSummary summary = summary(row);
    String code = row.stringOrNull("delivery_code");
    boolean hidesCode = !scope.seesCode() || isOver(summary.status());
    return new OrderDetail(
        summary,
        items,
        row.money("subtotal"),
        row.money("discount_amount"),
        row.money("tax_amount"),
        row.money("shipping_cost"),
        row.money("refunded_amount"),
        scope.seesCommission() ? row.money("commission_amount") : null,
        row.jsonOrNull("guest_info", GuestInfo.class),
        row.jsonOrNull("delivery_address", DeliveryAddress.class),
        row.jsonOrNull("delivery_quote", ShippingQuote.class),
        row.dateOrNull("estimated_delivery_date"),
        row.instantOrNull("actual_delivery_date"),
        row.instantOrNull("hold_until"),
        row.instantOrNull("settled_at"),
        code == null || hidesCode ? null : cipher.decrypt(code),
        row.stringOrNull("notes"),
        row.stringOrNull("cancellation_reason"));
  }

  private static boolean isOver(OrderStatus status) {
    return status == OrderStatus.DELIVERED
        || status == OrderStatus.CANCELLED
        || status == OrderStatus.REFUNDED;
  }

  static OrderSummary summary(Row row) throws SQLException {
    return new OrderSummary(
        row.string("order_number"),
        row.stringOrNull("checkout_number"),
        row.longOrNull("buyer_id"),
        row.longValue("seller_id"),
        row.stringOrNull("seller_name"),
        row.longOrNull("courier_id"),
        row.stringOrNull("courier_name"),
        row.enumValue("status", OrderStatus.class),
        row.enumValue("payment_status", PaymentStatus.class),
        row.enumValue("payment_method", PaymentMethod.class),
        row.money("total_amount"),
        row.string("first_item"),
        row.intValue("units"),
        row.instantOrNull("frozen_at") != null,
        row.instant("created_at"));
  }

  private static OrderItemView item(Row row) throws SQLException {
    Map<?, ?> attributes = row.jsonOrNull("attributes", Map.class);
    return new OrderItemView(
        row.longValue("id"),
        row.longValue("product_id"),
        row.longOrNull("variant_id"),
        row.string("product_name"),
        row.stringOrNull("variant_name"),
        row.stringOrNull("slug"),
        row.stringOrNull("image_url"),
        row.stringOrNull("sku"),
        attributes == null ? Map.of() : texts(attributes),
        row.intValue("quantity"),
        row.money("unit_price"),
        row.money("subtotal"),
        row.decimal("tax_rate"),
        row.money("tax_amount"));
  }

  private static Map<String, String> texts(Map<?, ?> attributes) {
    Map<String, String> texts = new TreeMap<>();
    attributes.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    return texts;
  }

  private record Found(long id, OrderSummary summary) {}
}
