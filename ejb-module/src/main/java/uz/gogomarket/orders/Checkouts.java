package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Sql;

/** Where checkouts are found; they change in {@link Checkout} only. */
@ApplicationScoped
class Checkouts {

  private static final String HEAD =
      """
      select id, checkout_number, status, payment_method, total_amount as total, expires_at
      from checkouts
      """;

  @Inject Sql sql;
  @Inject Entities entities;

  /** Locks the checkout before it is read; its orders are locked after it, never before. */
  Optional<Checkout> lock(String number) {
    return lock("checkout_number = ?", number);
  }

  Checkout lock(long id) {
    return lock("id = ?", id).orElseThrow();
  }

  private Optional<Checkout> lock(String condition, Object key) {
    return sql.lock("select id from checkouts where " + condition, key).stream()
        .findFirst()
        .flatMap(id -> entities.find(Checkout.class, id));
  }

  /** The checkouts that were not paid in time. */
  List<Long> expired(Instant now, long afterId, int limit) {
    return sql.list(
        """
        select id from checkouts
        where status = 'awaiting_payment' and expires_at <= ? and id > ? order by id limit ?
        """,
        Long.class,
        now,
        afterId,
        limit);
  }

  /** Any checkout. */
  Optional<CheckoutView> view(String number) {
    return view(Query.of(HEAD).where("checkout_number = ?", number));
  }

  /** A checkout of a buyer or guest. */
  Optional<CheckoutView> view(String number, Actor buyer) {
    return view(
        Query.of(HEAD)
            .where("checkout_number = ?", number)
            .whereGiven("buyer_id = ?", buyer.userId())
            .whereIf(buyer.userId() == null, "guest_session_id = ?", buyer.guestId()));
  }

  private Optional<CheckoutView> view(Query query) {
    return sql.first(query, Head.class).map(head -> head.with(orders(head.id())));
  }

  private List<CheckoutOrder> orders(long checkoutId) {
    return sql.list(
        """
        select o.order_number, o.seller_id,
               (select n.name from seller_names n where n.user_id = o.seller_id) as seller_name,
               o.status, o.payment_status, o.subtotal, o.shipping_cost as shipping,
               o.total_amount as total
        from orders o where o.checkout_id = ? order by o.id
        """,
        CheckoutOrder.class,
        checkoutId);
  }

  private record Head(
      long id,
      String checkoutNumber,
      CheckoutStatus status,
      PaymentMethod paymentMethod,
      Money total,
      @Nullable Instant expiresAt) {

    CheckoutView with(List<CheckoutOrder> orders) {
      return new CheckoutView(checkoutNumber, status, paymentMethod, total, expiresAt, orders);
    }
  }
}
