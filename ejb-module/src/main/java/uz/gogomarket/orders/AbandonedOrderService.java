package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Settings;
import uz.gogomarket.platform.Sql;

/** Ends what was placed and then left alone: by a buyer who did not pay, or a silent seller. */
@Stateless
@Internal
public class AbandonedOrderService {

  @Inject Checkouts checkouts;
  @Inject Cancellations cancellations;
  @Inject Settings settings;
  @Inject Sql sql;
  @Inject Clock clock;

  /** Checkouts whose time to pay is over. */
  public List<Long> expired(long afterId, int limit) {
    return checkouts.expired(clock.instant(), afterId, limit);
  }

  /** Ends one of them, unless it was paid meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean expire(long checkoutId) {
    return cancellations.expire(checkoutId);
  }

  /** Orders that could be confirmed, since they were placed or paid, and were not for too long. */
  public List<Long> silent(long afterId, int limit) {
    Instant since = silentSince();
    return sql.list(
        """
        select o.id from orders o left join payments p
          on p.checkout_id = o.checkout_id and p.status not in ('pending', 'failed')
        where o.status = 'pending' and o.frozen_at is null and o.id > ?
          and (o.payment_method = 'cash' or o.payment_status = 'paid')
          and o.created_at <= ? and (p.paid_at is null or p.paid_at <= ?)
        order by o.id limit ?
        """,
        Long.class,
        afterId,
        since,
        since,
        limit);
  }

  /** Cancels one of them, unless its seller spoke meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean cancelSilent(long orderId) {
    return cancellations.cancelSilent(orderId);
  }

  private Instant silentSince() {
    return clock.instant().minus(Duration.ofHours(settings.get(SettingsOfOrders.SILENCE_HOURS)));
  }
}
