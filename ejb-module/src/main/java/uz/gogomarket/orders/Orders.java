package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Sql;

/**
 * Where orders are found, each locked before it is read, and kept together with their history. They
 * change in {@link Order} only.
 */
@ApplicationScoped
class Orders {

  private static final String FACTS =
      """
      select id, order_number, checkout_id, buyer_id, seller_id, courier_id, status,
             payment_status, payment_method, subtotal - discount_amount as goods,
             tax_amount as tax, shipping_cost as shipping, courier_fee,
             commission_amount as commission, total_amount as total, refunded_amount as refunded,
             delivery_zone_id is not null as shipped, hold_days,
             actual_delivery_date as delivered_at, hold_until, frozen_at, settled_at,
             cash_handed_in_at
      from orders
      """;

  @Inject Sql sql;
  @Inject Entities entities;
  @Inject Actors actors;
  @Inject OrderEvents events;

  /** An order as it is now; it may change as soon as this is answered. */
  OrderFacts facts(long id) {
    return sql.first(FACTS + " where id = ?", OrderFacts.class, id)
        .orElseThrow(() -> new NotFound("order", id));
  }

  OrderFacts facts(String number) {
    return sql.first(FACTS + " where order_number = ?", OrderFacts.class, number)
        .orElseThrow(() -> new NotFound("order", number));
  }

  Order lock(long id) {
    return lockWhere("id = ?", id).orElseThrow(() -> new NotFound("order", id));
  }

  /** Locks an order if this courier brings it, else nothing. */
  Optional<Order> lock(String number, long courierId) {
    return lockWhere("order_number = ? and courier_id = ?", number, courierId);
  }

  private Optional<Order> lockWhere(String condition, Object... parameters) {
    return sql.lock("select id from orders where " + condition, parameters).stream()
        .findFirst()
        .flatMap(id -> entities.find(Order.class, id));
  }

  /** Locks all orders of a checkout, in the order of their ids. */
  List<Order> lockAllOf(long checkoutId) {
    return lockAll("checkout_id = ?", checkoutId);
  }

  /**
   * Locks some orders, in the order of their ids.
   *
   * @throws NotFound if there is not one for each number
   */
  List<Order> lockAll(Set<String> numbers) {
    List<Order> found = lockAll("order_number = any (?)", numbers);
    Set<String> missing = new TreeSet<>(numbers);
    found.forEach(order -> missing.remove(order.facts().orderNumber()));
    if (!missing.isEmpty()) {
      throw new NotFound("order", missing.iterator().next());
    }
    return found;
  }

  List<Order> lockAll(List<Long> ids) {
    return lockAll("id = any (?)", ids);
  }

  private List<Order> lockAll(String condition, Object parameter) {
    List<Long> ids = sql.lock("select id from orders where " + condition, parameter);
    return ids.isEmpty()
        ? List.of()
        : entities.list(
            Order.class, "select o from CustomerOrder o where o.id in ?1 order by o.id", ids);
  }

  /** Writes what has changed in a locked order, and its steps into the history. */
  void save(Order order) {
    entities.flush();
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Order.Step> taken = order.takeSteps();
    for (Order.Step step : taken) {
      rows.add(
          new @Nullable Object[] {
            order.id(),
            step.status(),
            step.notes(),
            actors.current().userId(),
            actors.current().name()
          });
    }
    sql.batch(
        """
        insert into order_status_history (order_id, status, notes, changed_by, actor)
        values (?, ?, ?, ?, ?)
        """,
        rows);
    taken.stream()
        .filter(Order.Step::moved)
        .forEach(step -> events.moved(order.facts(), step.status()));
  }

  /** What these orders took from the stock. */
  List<StockLine> stock(List<Long> ids) {
    return sql.list(
        """
        select product_id as ref_product_id, variant_id as ref_variant_id, quantity
        from order_items where order_id = any (?)
        """,
        StockLine.class,
        ids);
  }
}
