package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;

/** Lets the money of an order go out of escrow when its hold is over, to the last tiyin. */
@Stateless
@Internal
@Elevated
public class SettlementService {

  @Inject Orders orders;
  @Inject Ledger ledger;
  @Inject CommissionService commissions;
  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Event<OrderSettled> settledEvents;

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
        row -> row.longValue("id"),
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
    OrderFacts order = orders.lock(orderId);
    if (!isDue(order)) {
      return false;
    }
    release(order);
    return true;
  }

  /** Pays everybody his share of a locked order; a wholly refunded one still pays its courier. */
  public void release(OrderFacts order) {
    SettlementPolicy.Shares shares = SettlementPolicy.shares(order.terms());
    ledger.post(
        TransactionType.EARNING,
        "order",
        order.id(),
        "Settlement of order " + order.orderNumber(),
        legs(order, shares));
    commissions.settle(order.id(), shares.commission());
    orders.settled(order.id(), clock.instant());
    settledEvents.fire(
        new OrderSettled(order.id(), order.checkoutId(), order.buyerId(), order.sellerId()));
  }

  private boolean isDue(OrderFacts order) {
    Instant holdUntil = order.holdUntil();
    return order.status() == OrderStatus.DELIVERED
        && order.settledAt() == null
        && !order.frozen()
        && holdUntil != null
        && !holdUntil.isAfter(clock.instant())
        && (!order.cash() || order.cashHandedInAt() != null);
  }

  private static List<Leg> legs(OrderFacts order, SettlementPolicy.Shares shares) {
    long id = order.id();
    List<Leg> legs = new ArrayList<>();
    legs.add(Leg.escrow(id, shares.paid().negate()));
    legs.add(Leg.platform(AccountKind.TAX_PAYABLE, shares.tax(), id));
    legs.add(Leg.platform(AccountKind.COMMISSION_REVENUE, shares.commission(), id));
    Money delivery = shares.delivery();
    Long courierId = order.courierId();
    if (courierId == null) {
      delivery = delivery.plus(shares.courier());
    } else {
      legs.add(Leg.earning(courierId, shares.courier(), id));
    }
    legs.add(Leg.platform(AccountKind.DELIVERY_SUBSIDY, delivery, id));
    legs.add(Leg.earning(order.sellerId(), shares.seller(), id));
    return legs;
  }
}
