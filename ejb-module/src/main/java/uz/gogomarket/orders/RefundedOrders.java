package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.commissions.CommissionService;

/** What becomes of a locked order whose money all went back, wherever it stands. */
@ApplicationScoped
class RefundedOrders {

  @Inject Orders orders;
  @Inject Cancelling cancelling;
  @Inject SettlementService settlements;
  @Inject CommissionService commissions;

  /**
   * Before its pick-up it is cancelled, after its hand-over it ends as refunded; on the way it goes
   * on until one of the two. What a dispute holds is left alone until that is over.
   */
  OrderFacts endWhereAllWentBack(OrderFacts order, String reason) {
    if (!order.whollyRefunded() || order.frozen()) {
      return order;
    }
    if (order.status().mayBecome(OrderStatus.CANCELLED)) {
      cancelling.end(List.of(order), reason);
      return orders.facts(order.id());
    }
    return order.status() == OrderStatus.DELIVERED ? endDelivered(order, reason) : order;
  }

  /** The courier is paid for the way he made also where the buyer got everything back. */
  private OrderFacts endDelivered(OrderFacts order, String reason) {
    if (order.settledAt() == null) {
      commissions.cancel(order.id());
      settlements.release(order);
    }
    return orders.move(order, OrderStatus.REFUNDED, reason);
  }
}
