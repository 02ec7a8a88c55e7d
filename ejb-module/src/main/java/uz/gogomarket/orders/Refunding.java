package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.payments.PaymentService;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.payments.RefundOrder;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;

/** Gives money of a locked order back. */
@ApplicationScoped
class Refunding {

  @Inject Orders orders;
  @Inject Checkouts checkouts;
  @Inject PaymentService payments;
  @Inject StockService stock;
  @Inject Audit audit;
  @Inject Event<OrderRefunded> refundedEvents;

  /** Part of the money, or all that is left. */
  RefundResult refund(OrderFacts order, Money amount, String reason) {
    RefundResult result = pay(order, amount, reason);
    fire(order, amount);
    return result;
  }

  /** The order holds the money of a refund again. */
  OrderFacts undo(OrderFacts order, long refundId, Money amount, String reason) {
    lockStockOf(order);
    payments.undoRefund(order.checkoutId(), refundId, order.parties(), reason);
    boolean nothingLeft = order.refunded().equals(amount);
    orders.refunded(
        order.id(),
        amount.negate(),
        nothingLeft ? PaymentStatus.PAID : PaymentStatus.PARTIALLY_REFUNDED);
    audit.record(
        "order.refund_undone",
        "order",
        order.id(),
        null,
        Map.of("amount", amount, "reason", reason));
    return orders.facts(order.id());
  }

  private RefundResult pay(OrderFacts order, Money amount, String reason) {
    Money left = order.total().minus(order.refunded());
    if (order.whollyRefunded()) {
      throw new Conflict(
          "already_refunded",
          "All the money of order " + order.orderNumber() + " has gone back already.");
    }
    if (!order.paid()) {
      throw new Conflict("not_paid", "Order " + order.orderNumber() + " is not paid.");
    }
    if (!amount.isPositive() || amount.compareTo(left) > 0) {
      throw new Unprocessable(
          "refund_out_of_range", "A refund is more than nothing and at most " + left + " UZS.");
    }
    lockStockOf(order);
    boolean whole = amount.equals(left);
    RefundResult result = payments.refund(asked(order, amount, reason));
    orders.refunded(
        order.id(), amount, whole ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED);
    audit.record(
        "order.refunded", "order", order.id(), null, Map.of("amount", amount, "reason", reason));
    return result;
  }

  /**
   * All the money of an order that is cancelled; what nobody has paid is not expected any more, and
   * its checkout costs that much less.
   */
  void giveAllBack(OrderFacts order, String reason) {
    Money left = order.total().minus(order.refunded());
    if (!left.isPositive()) {
      return;
    }
    RefundResult result = payments.refund(asked(order, left, reason));
    if (result.outcome() == RefundResult.Outcome.NOTHING_PAID) {
      checkouts.waive(order.checkoutId(), left);
      return;
    }
    orders.refunded(order.id(), left, PaymentStatus.REFUNDED);
    fire(order, left);
  }

  /** With all its money gone back the order is cancelled, and stock comes before money. */
  private void lockStockOf(OrderFacts order) {
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

  private void fire(OrderFacts order, Money amount) {
    refundedEvents.fire(
        new OrderRefunded(
            order.id(), order.checkoutId(), order.buyerId(), order.sellerId(), amount));
  }
}
