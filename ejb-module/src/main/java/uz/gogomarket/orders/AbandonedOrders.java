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
public class AbandonedOrders {

  @Inject Checkouts checkouts;
  @Inject Cancelling cancelling;
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
    return cancelling.expire(checkoutId);
  }

  /** Orders that could be confirmed and were not, for too long. */
  public List<Long> silent(long afterId, int limit) {
    return sql.list(
        """
        select id from orders
        where status = 'pending' and frozen_at is null and created_at <= ? and id > ?
          and (payment_method = 'cash' or payment_status = 'paid')
        order by id limit ?
        """,
        row -> row.longValue("id"),
        silentSince(),
        afterId,
        limit);
  }

  /** Cancels one of them, unless its seller spoke meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean cancelSilent(long orderId) {
    return cancelling.cancelSilent(orderId);
  }

  private Instant silentSince() {
    return clock.instant().minus(Duration.ofHours(settings.get(SettingsOfOrders.SILENCE_HOURS)));
  }
}
