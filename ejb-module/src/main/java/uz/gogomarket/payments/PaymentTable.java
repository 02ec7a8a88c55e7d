package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Sql;

/** The statements that change payments. */
@ApplicationScoped
class PaymentTable {

  /** The unique indexes let a checkout have one success and one attempt that is still pending. */
  private static final String BEGIN =
      """
      with gateway as (select id from payment_gateways where id = ? and is_active),
      begun as (
        insert into payments (checkout_id, provider, provider_payment_id, amount, collected_amount,
          status, paid_at)
        select ?, id, ?, ?, ?, cast(? as payment_status_enum), ? from gateway
        on conflict do nothing returning id)
      select (select id from begun) as id, exists (select from gateway) as offered
      """;

  private static final String LOCK =
      """
      select id, status = 'pending' as pending from payments
      where checkout_id = ? and status <> 'failed' order by id for no key update
      """;

  private static final String MOVE =
      """
      update payments p set collected_amount = n.collected, waived_amount = n.waived,
        refunded_amount = n.refunded,
        status = cast(case
          when n.collected + n.waived < p.amount then 'pending'
          when n.collected = 0 and p.amount > 0 then 'failed'
          when n.refunded = 0 then 'paid'
          when n.refunded < n.collected then 'partially_refunded'
          else 'refunded' end as payment_status_enum),
        paid_at = case when n.collected > 0 then coalesce(p.paid_at, ?) else p.paid_at end
      from (select id, collected_amount + ? as collected, waived_amount + ? as waived,
              refunded_amount + ? as refunded
            from payments where id = ?) n
      where p.id = n.id returning p.status
      """;

  @Inject Sql sql;
  @Inject Clock clock;

  /**
   * Writes the payment's row.
   *
   * @param collected whether the money is there at once
   */
  Begun begin(PayCheckout checkout, String gateway, boolean collected) {
    Instant paidAt = collected ? clock.instant() : null;
    return sql.one(
        BEGIN,
        row -> new Begun(row.longOrNull("id"), row.bool("offered")),
        gateway,
        checkout.checkoutId(),
        checkout.reference(),
        checkout.total(),
        collected ? checkout.total() : Money.ZERO,
        collected ? PaymentStatus.PAID : PaymentStatus.PENDING,
        paidAt);
  }

  /**
   * Locks a checkout's payment, one that succeeded before one that is tried; money that goes in or
   * out of it waits for this.
   */
  Optional<Long> lock(long checkoutId) {
    return sql
        .list(LOCK, row -> new Locked(row.longValue("id"), row.bool("pending")), checkoutId)
        .stream()
        .min(Comparator.comparing(Locked::pending))
        .map(Locked::id);
  }

  /** Locks the payments of several checkouts, in the order of their ids. */
  void lockAll(List<Long> checkoutIds) {
    sql.lock(
        "select id from payments where checkout_id = any (?) and status <> 'failed'", checkoutIds);
  }

  void lockById(long paymentId) {
    sql.lock("select id from payments where id = ?", paymentId);
  }

  void collected(long paymentId, Money amount) {
    PaymentStatus unused = move(paymentId, amount, Money.ZERO, Money.ZERO);
  }

  /** Returns where the payment stands now. */
  PaymentStatus waived(long paymentId, Money amount) {
    return move(paymentId, Money.ZERO, amount, Money.ZERO);
  }

  void refunded(long paymentId, Money amount) {
    PaymentStatus unused = move(paymentId, Money.ZERO, Money.ZERO, amount);
  }

  private PaymentStatus move(long paymentId, Money collected, Money waived, Money refunded) {
    return sql.one(
        MOVE,
        row -> row.enumValue("status", PaymentStatus.class),
        clock.instant(),
        collected,
        waived,
        refunded,
        paymentId);
  }

  private record Locked(long id, boolean pending) {}

  /**
   * A payment's first row.
   *
   * @param id none where the checkout is paid already, or the gateway is not offered
   */
  record Begun(@Nullable Long id, boolean offered) {}
}
