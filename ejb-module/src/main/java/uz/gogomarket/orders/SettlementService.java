package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/** Lets the money of orders go out of escrow when their hold is over. */
@Stateless
@Internal
@Elevated
public class SettlementService {

  @Inject Orders orders;
  @Inject Settlements settlements;
  @Inject Sql sql;
  @Inject Clock clock;

  /** Orders whose hold is over and whose money is there, after the given id. */
  public List<Long> due(long afterId, int limit) {
    return sql.list(
        """
        select id from orders
        where status = 'delivered' and settled_at is null and frozen_at is null
          and hold_until <= ? and (payment_method <> 'cash' or cash_handed_in_at is not null)
          and id > ?
        order by id limit ?
        """,
        Long.class,
        clock.instant(),
        afterId,
        limit);
  }

  /**
   * Settles one order, if it still is due now that it is locked, in a transaction of its own.
   *
   * @return whether it was
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean settle(long orderId) {
    Order order = orders.lock(orderId);
    if (!order.isDue(clock.instant())) {
      return false;
    }
    settlements.release(order);
    return true;
  }
}
