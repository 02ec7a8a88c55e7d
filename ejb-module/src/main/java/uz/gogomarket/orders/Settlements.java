package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.platform.Money;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;

/** Pays everybody his share of an order out of escrow, to the last tiyin. */
@ApplicationScoped
class Settlements {

  @Inject Orders orders;
  @Inject Ledger ledger;
  @Inject CommissionService commissions;
  @Inject Clock clock;
  @Inject Event<OrderSettled> settledEvents;

  /** Of a locked order; a wholly refunded one still pays its courier. */
  void release(Order order) {
    OrderFacts facts = order.facts();
    SettlementPolicy.Shares shares = SettlementPolicy.shares(facts.terms());
    ledger.post(
        TransactionType.EARNING,
        "order",
        facts.id(),
        "Settlement of order " + facts.orderNumber(),
        legs(facts, shares));
    commissions.settle(facts.id(), shares.commission());
    order.settle(clock.instant());
    orders.save(order);
    settledEvents.fire(
        new OrderSettled(facts.id(), facts.checkoutId(), facts.buyerId(), facts.sellerId()));
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
