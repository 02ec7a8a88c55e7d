package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;

/**
 * Ends orders before their pick-up: stock, commission and money go back, once. The checkout is
 * locked before its orders, so that a payment cannot come between.
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
    OrderFacts order = orders.lock(orderId);
    if (order.frozen()) {
      throw new Conflict(
          "dispute_open",
          "A dispute over order " + order.orderNumber() + " is open: its decision comes first.");
    }
    return cancel(checkout, order, reason);
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
    for (OrderFacts order : orders.lockAllOf(checkoutId)) {
      if (order.status() != OrderStatus.CANCELLED) {
        end(order, "not paid in time");
      }
    }
    checkouts.setStatus(checkoutId, CheckoutStatus.EXPIRED);
    return true;
  }

  /** What the seller never answered. */
  boolean cancelSilent(long orderId) {
    CheckoutFacts checkout = checkouts.lock(orders.facts(orderId).checkoutId());
    OrderFacts order = orders.lock(orderId);
    if (order.status() != OrderStatus.PENDING || !order.paidOrCash() || order.frozen()) {
      return false;
    }
    OrderFacts unused = cancel(checkout, order, "the seller did not answer");
    return true;
  }

  private OrderFacts cancel(CheckoutFacts checkout, OrderFacts order, String reason) {
    OrderFacts ended = end(order, reason);
    boolean open =
        checkout.status() == CheckoutStatus.AWAITING_PAYMENT
            || checkout.status() == CheckoutStatus.CASH_ON_DELIVERY;
    if (open
        && orders.lockAllOf(checkout.id()).stream()
            .allMatch(each -> each.status() == OrderStatus.CANCELLED)) {
      checkouts.setStatus(checkout.id(), CheckoutStatus.CANCELLED);
    }
    return ended;
  }

  /** Ends a locked order, whose checkout has been paid or is locked too. */
  OrderFacts end(OrderFacts order, String reason) {
    OrderFacts ended = orders.move(order, OrderStatus.CANCELLED, reason);
    orders.cancelled(order.id(), reason, clock.instant());
    stock.giveBack(orders.stock(order.id()));
    commissions.cancel(order.id());
    refunding.giveAllBack(order, reason);
    audit.record(
        "order.cancelled",
        "order",
        order.id(),
        Map.of("status", order.status()),
        Map.of("status", ended.status(), "reason", reason));
    cancelledEvents.fire(
        new OrderCancelled(order.id(), order.checkoutId(), order.buyerId(), order.sellerId()));
    return orders.facts(order.id());
  }
}
