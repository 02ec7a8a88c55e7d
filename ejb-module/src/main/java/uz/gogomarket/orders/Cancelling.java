package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;

/**
 * Ends orders before their pick-up: stock, commission and money go back, once. The checkout is
 * locked before its orders, so that a payment cannot come between; and all its orders at once,
 * since they share one payment.
 */
@ApplicationScoped
class Cancelling {

  @Inject Orders orders;
  @Inject Checkouts checkouts;
  @Inject Refunding refunding;
  @Inject StockService stock;
  @Inject CommissionService commissions;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<OrderCancelled> cancelledEvents;

  /**
   * @throws Conflict {@code dispute_open} while a dispute decides what becomes of the money
   */
  OrderFacts cancel(long orderId, String reason) {
    CheckoutFacts checkout = checkouts.lock(orders.facts(orderId).checkoutId());
    List<OrderFacts> siblings = orders.lockAllOf(checkout.id());
    OrderFacts order = among(siblings, orderId);
    order.requireNotFrozen();
    return cancel(checkout, siblings, order, reason);
  }

  /** What nobody paid in time. */
  boolean expire(long checkoutId) {
    CheckoutFacts checkout = checkouts.lock(checkoutId);
    Instant expiresAt = checkout.expiresAt();
    if (checkout.status() != CheckoutStatus.AWAITING_PAYMENT
        || expiresAt == null
        || expiresAt.isAfter(clock.instant())) {
      return false;
    }
    end(
        orders.lockAllOf(checkoutId).stream()
            .filter(order -> order.status() != OrderStatus.CANCELLED)
            .toList(),
        "not paid in time");
    checkouts.setStatus(checkoutId, CheckoutStatus.EXPIRED);
    return true;
  }

  /** What the seller never answered. */
  boolean cancelSilent(long orderId) {
    CheckoutFacts checkout = checkouts.lock(orders.facts(orderId).checkoutId());
    List<OrderFacts> siblings = orders.lockAllOf(checkout.id());
    OrderFacts order = among(siblings, orderId);
    if (order.status() != OrderStatus.PENDING || !order.paidOrCash() || order.frozen()) {
      return false;
    }
    OrderFacts unused = cancel(checkout, siblings, order, "the seller did not answer");
    return true;
  }

  private static OrderFacts among(List<OrderFacts> siblings, long orderId) {
    return siblings.stream().filter(each -> each.id() == orderId).findFirst().orElseThrow();
  }

  private OrderFacts cancel(
      CheckoutFacts checkout, List<OrderFacts> siblings, OrderFacts order, String reason) {
    end(List.of(order), reason);
    boolean open =
        checkout.status() == CheckoutStatus.AWAITING_PAYMENT
            || checkout.status() == CheckoutStatus.CASH_ON_DELIVERY;
    if (open
        && siblings.stream()
            .allMatch(each -> each.id() == order.id() || each.status() == OrderStatus.CANCELLED)) {
      checkouts.setStatus(checkout.id(), CheckoutStatus.CANCELLED);
    }
    return orders.facts(order.id());
  }

  /**
   * Ends locked orders whose checkout has been paid or is locked too. The stock of all of them goes
   * back at once, so that its rows are locked in the order in which a checkout takes them.
   */
  void end(List<OrderFacts> ended, String reason) {
    stock.giveBack(orders.stock(ended.stream().map(OrderFacts::id).toList()));
    ended.forEach(order -> end(order, reason));
  }

  private void end(OrderFacts order, String reason) {
    OrderFacts ended = orders.move(order, OrderStatus.CANCELLED, reason);
    orders.cancelled(order.id(), reason, clock.instant());
    refunding.giveAllBack(order, reason);
    commissions.cancel(order.id());
    audit.record(
        "order.cancelled",
        "order",
        order.id(),
        Map.of("status", order.status()),
        Map.of("status", ended.status(), "reason", reason));
    cancelledEvents.fire(
        new OrderCancelled(order.id(), order.checkoutId(), order.buyerId(), order.sellerId()));
  }
}
