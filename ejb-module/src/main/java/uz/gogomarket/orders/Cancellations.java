package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.payments.PaymentFailed;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;

/**
 * Ends orders before their pick-up: stock, commission and money go back, once. The checkout is
 * locked before its orders, so that a payment cannot come between; and all its orders at once,
 * since they share one payment.
 */
@ApplicationScoped
class Cancellations {

  @Inject Orders orders;
  @Inject Checkouts checkouts;
  @Inject OrderRefunds refunds;
  @Inject StockService stock;
  @Inject CommissionService commissions;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<OrderCancelled> cancelledEvents;
  @Inject Event<PaymentFailed> failedPayments;

  /**
   * @throws Conflict {@code dispute_open} while a dispute decides what becomes of the money
   */
  Order cancel(long orderId, String reason) {
    Checkout checkout = checkouts.lock(orders.facts(orderId).checkoutId());
    List<Order> siblings = orders.lockAllOf(checkout.id());
    Order order = among(siblings, orderId);
    order.requireNotFrozen();
    cancel(checkout, siblings, order, reason);
    return order;
  }

  /** What nobody paid in time. */
  boolean expire(long checkoutId) {
    Checkout checkout = checkouts.lock(checkoutId);
    if (!checkout.expire(clock.instant())) {
      return false;
    }
    end(
        orders.lockAllOf(checkoutId).stream()
            .filter(order -> order.status() != OrderStatus.CANCELLED)
            .toList(),
        "not paid in time");
    failedPayments.fire(new PaymentFailed(checkoutId));
    return true;
  }

  /** What the seller never answered. */
  boolean cancelSilent(long orderId) {
    Checkout checkout = checkouts.lock(orders.facts(orderId).checkoutId());
    List<Order> siblings = orders.lockAllOf(checkout.id());
    Order order = among(siblings, orderId);
    if (order.status() != OrderStatus.PENDING || !order.isPaidOrCash() || order.isFrozen()) {
      return false;
    }
    cancel(checkout, siblings, order, "the seller did not answer");
    return true;
  }

  private static Order among(List<Order> siblings, long orderId) {
    return siblings.stream().filter(each -> each.id() == orderId).findFirst().orElseThrow();
  }

  private void cancel(Checkout checkout, List<Order> siblings, Order order, String reason) {
    end(List.of(order), reason);
    checkout.endIfAllCancelled(siblings);
  }

  /**
   * Ends locked orders whose checkout has been paid or is locked too. The stock of all of them goes
   * back at once, so that its rows are locked in the order in which a checkout takes them.
   */
  void end(List<Order> ended, String reason) {
    stock.giveBack(orders.stock(ended.stream().map(Order::id).toList()));
    ended.forEach(order -> end(order, reason));
  }

  private void end(Order order, String reason) {
    OrderStatus before = order.status();
    order.cancel(reason, actors.current().userId(), clock.instant());
    refunds.giveAllBack(order, reason);
    orders.save(order);
    commissions.cancel(order.id());
    audit.record(
        "order.cancelled",
        "order",
        order.id(),
        Map.of("status", before),
        Map.of("status", order.status(), "reason", reason));
    OrderFacts now = order.facts();
    cancelledEvents.fire(
        new OrderCancelled(now.id(), now.checkoutId(), now.buyerId(), now.sellerId()));
  }
}
