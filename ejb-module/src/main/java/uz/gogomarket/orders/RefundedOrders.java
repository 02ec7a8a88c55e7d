package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.commissions.CommissionService;

/** What becomes of a locked order whose money all went back, wherever it stands. */
@ApplicationScoped
class RefundedOrders {

  @Inject Orders orders;
  @Inject Cancellations cancellations;
  @Inject Settlements settlements;
  @Inject CommissionService commissions;

  /**
   * Before its pick-up it is cancelled, after its hand-over it ends as refunded; on the way it goes
   * on until one of the two. What a dispute holds is left alone until that is over.
   */
  void endWhereAllWentBack(Order order, String reason) {
    if (!order.isWhollyRefunded() || order.isFrozen()) {
      return;
    }
    if (order.status().mayBecome(OrderStatus.CANCELLED)) {
      cancellations.end(List.of(order), reason);
    } else if (order.status() == OrderStatus.DELIVERED) {
      endDelivered(order, reason);
    }
  }

  /** The courier is paid for the way he made also where the buyer got everything back. */
  private void endDelivered(Order order, String reason) {
    if (!order.isSettled()) {
      commissions.cancel(order.id());
      settlements.release(order);
    }
    order.endRefunded(reason);
    orders.save(order);
  }
}
