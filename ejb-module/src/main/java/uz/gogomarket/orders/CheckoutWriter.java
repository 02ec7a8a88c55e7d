package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Market;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.ShippingQuote;

/** Writes a checkout with its orders, items and first rows of history, in one statement. */
@ApplicationScoped
class CheckoutWriter {

  private static final String WRITE =
      """
      with placed as (
        insert into checkouts (checkout_number, buyer_id, guest_session_id, guest_info, status,
                               payment_method, total_amount, expires_at)
        values ('CH' || lpad(cast(nextval('checkout_numbers') as text), 8, '0'), ?, ?, ?, ?, ?, ?, ?)
        returning id, checkout_number, buyer_id, guest_session_id, guest_info, payment_method),
      part as materialized (
        select p.*, nextval(pg_get_serial_sequence('orders', 'id')) as id,
               'GM' || lpad(cast(nextval('order_numbers') as text), 8, '0') as order_number
        from jsonb_to_recordset(cast(? as jsonb)) as p (
          place integer, seller_id bigint, subtotal numeric, tax numeric, shipping numeric,
          courier_fee numeric, commission numeric, total numeric, zone_id bigint, quote jsonb,
          expected date, hold_days integer)),
      line as materialized (
        select l.*, nextval(pg_get_serial_sequence('order_items', 'id')) as id
        from jsonb_to_recordset(cast(? as jsonb)) as l (
          place integer, number integer, product_id bigint, variant_id bigint, name text,
          variant_name text, sku text, quantity integer, unit_price numeric, tax_rate numeric,
          tax numeric, subtotal numeric, attributes jsonb)),
      ordered as (
        insert into orders (id, order_number, checkout_id, buyer_id, guest_session_id, guest_info,
                            seller_id, payment_method, payment_status, subtotal, tax_amount, shipping_cost,
                            courier_fee, commission_amount, total_amount, delivery_address_id,
                            delivery_address, delivery_zone_id, delivery_quote,
                            estimated_delivery_date, hold_days, traffic_source, notes)
        select part.id, part.order_number, c.id, c.buyer_id, c.guest_session_id, c.guest_info,
               part.seller_id, c.payment_method, cast(? as payment_status_enum), part.subtotal, part.tax, part.shipping,
               part.courier_fee, part.commission, part.total,
               case when part.quote is not null then cast(? as bigint) end,
               case when part.quote is not null then cast(? as jsonb) end,
               part.zone_id, part.quote, part.expected, part.hold_days, ?, ?
        from part, placed c),
      itemised as (
        insert into order_items (id, order_id, product_id, variant_id, product_name, variant_name,
                                 sku, quantity, unit_price, tax_rate, tax_amount, subtotal,
                                 attributes)
        select line.id, part.id, line.product_id, line.variant_id, line.name, line.variant_name,
               line.sku, line.quantity, line.unit_price, line.tax_rate, line.tax, line.subtotal,
               line.attributes
        from line join part using (place)),
      told as (
        insert into order_status_history (order_id, status, changed_by, actor)
        select part.id, 'pending', ?, ? from part)
      select c.id as checkout_id, c.checkout_number, part.place, part.id, part.order_number,
             (select array_agg(line.id order by line.number) from line
              where line.place = part.place) as item_ids
      from placed c, part order by part.place
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject Actors actors;

  PlacedCheckout write(NewCheckout checkout) {
    List<Keys> written = insert(checkout);
    List<PlannedOrder> planned = checkout.plan().orders();
    return new PlacedCheckout(
        written.get(0).checkoutId(),
        written.get(0).checkoutNumber(),
        written.stream()
            .map(
                keys ->
                    PlacedOrder.of(
                        keys.id(), keys.orderNumber(), planned.get(keys.place()), keys.itemIds()))
            .toList());
  }

  /** Of an order; the place is that in the plan, the items are in the order of its lines. */
  private record Keys(
      long checkoutId,
      String checkoutNumber,
      int place,
      long id,
      String orderNumber,
      List<Long> itemIds) {}

  private List<Keys> insert(NewCheckout checkout) {
    return sql.list(
        WRITE,
        Keys.class,
        checkout.buyerId(),
        checkout.guestId(),
        jsonOrNull(checkout.guestInfo()),
        checkout.status(),
        checkout.method(),
        checkout.plan().total(),
        checkout.expiresAt(),
        json.write(parts(checkout)),
        json.write(lines(checkout.plan())),
        checkout.paymentStatus(),
        checkout.addressId(),
        jsonOrNull(checkout.address()),
        checkout.trafficSource(),
        checkout.notes(),
        checkout.buyerId(),
        actors.current().name());
  }

  private @Nullable String jsonOrNull(@Nullable Object value) {
    return value == null ? null : json.write(value);
  }

  private static List<Map<String, Object>> parts(NewCheckout checkout) {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (int place = 0; place < checkout.plan().orders().size(); place++) {
      PlannedOrder order = checkout.plan().orders().get(place);
      Map<String, Object> part = new HashMap<>();
      part.put("place", place);
      part.put("seller_id", order.sellerId());
      part.put("subtotal", order.subtotal().amount());
      part.put("tax", order.tax().amount());
      part.put("shipping", order.shipping().amount());
      part.put("courier_fee", order.courierFee().amount());
      part.put("commission", order.commission().amount());
      part.put("total", order.total().amount());
      part.put("hold_days", order.holdDays(checkout.holdDays()));
      ShippingQuote quote = order.delivery();
      if (quote != null) {
        part.put("zone_id", quote.zoneId());
        part.put("quote", quote);
        part.put("expected", expected(checkout.now(), quote.estimatedHours()));
      }
      parts.add(part);
    }
    return parts;
  }

  /** The day at the buyer's door. */
  static LocalDate expected(Instant now, int hours) {
    return LocalDate.ofInstant(now.plus(Duration.ofHours(hours)), Market.ZONE);
  }

  private static List<Map<String, @Nullable Object>> lines(CheckoutPlan plan) {
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (int place = 0; place < plan.orders().size(); place++) {
      int number = 0;
      for (PlannedLine planned : plan.orders().get(place).lines()) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("place", place);
        line.put("number", number++);
        line.put("product_id", planned.item().ref().productId());
        line.put("variant_id", planned.item().ref().variantId());
        line.put("name", planned.item().name());
        line.put("variant_name", planned.item().variantName());
        line.put("sku", planned.item().sku());
        line.put("quantity", planned.quantity());
        line.put("unit_price", planned.item().unitPrice().amount());
        line.put("tax_rate", planned.item().taxRate());
        line.put("tax", planned.tax().amount());
        line.put("subtotal", planned.subtotal().amount());
        line.put("attributes", planned.item().attributes());
        lines.add(line);
      }
    }
    return lines;
  }
}
