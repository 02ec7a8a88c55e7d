package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.payments.PaymentService;
import uz.gogomarket.payments.RefundOrder;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Money;

/** Gives money of a locked order back. */
@ApplicationScoped
class OrderRefunds {

  @Inject Orders orders;
  @Inject Checkouts checkouts;
  @Inject PaymentService payments;
  @Inject StockService stock;
  @Inject Audit audit;
  @Inject Event<OrderRefunded> refundedEvents;

  /** Part of the money, or all that is left. */
  RefundResult refund(Order order, Money amount, String reason) {
    order.requireRefundable(amount);
    lockStockOf(order);
    RefundResult result = payments.refund(asked(order.facts(), amount, reason));
    order.refund(amount);
    audit.record(
        "order.refunded", "order", order.id(), null, Map.of("amount", amount, "reason", reason));
    fire(order, amount);
    return result;
  }

  /** The order holds the money of a refund again. */
  void undo(Order order, long refundId, Money amount, String reason) {
    lockStockOf(order);
    OrderFacts before = order.facts();
    payments.undoRefund(before.checkoutId(), refundId, before.parties(), reason);
    order.undoRefund(amount);
    audit.record(
        "order.refund_undone",
        "order",
        order.id(),
        null,
        Map.of("amount", amount, "reason", reason));
  }

  /**
   * All the money of an order that is cancelled; what nobody has paid is not expected any more, and
   * its checkout costs that much less.
   */
  void giveAllBack(Order order, String reason) {
    Money left = order.refundable();
    if (!left.isPositive()) {
      return;
    }
    OrderFacts before = order.facts();
    RefundResult result = payments.refund(asked(before, left, reason));
    if (result.outcome() == RefundResult.Outcome.NOTHING_PAID) {
      checkouts.lock(before.checkoutId()).waive(left);
      return;
    }
    order.refund(left);
    fire(order, left);
  }

  /** With all its money gone back the order is cancelled, and stock comes before money. */
  private void lockStockOf(Order order) {
    if (order.status().mayBecome(OrderStatus.CANCELLED)) {
      stock.lock(orders.stock(List.of(order.id())).stream().map(StockLine::ref).toList());
    }
  }

  private static RefundOrder asked(OrderFacts order, Money amount, String reason) {
    return new RefundOrder(
        order.id(),
        order.checkoutId(),
        order.buyerId(),
        order.sellerId(),
        order.parties(),
        amount,
        SettlementPolicy.takenBack(order.terms(), amount),
        reason);
  }

  private void fire(Order order, Money amount) {
    OrderFacts now = order.facts();
    refundedEvents.fire(
        new OrderRefunded(now.id(), now.checkoutId(), now.buyerId(), now.sellerId(), amount));
  }
}
