package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;

/**
 * The way of an order, a method per step. Other capabilities check who may take a step, the {@link
 * Order} that it may; each method locks the order before it looks at it.
 */
@Stateless
@Internal
@Elevated
public class OrderFlow {

  private static final String ALL_WENT_BACK = "all the money has gone back to the buyer";

  @Inject Orders orders;
  @Inject OrderRefunds refunds;
  @Inject RefundedOrders refunded;
  @Inject Cancellations cancellations;
  @Inject Clock clock;
  @Inject Event<OrderDelivered> deliveredEvents;

  /** The order as it is now, whoever asks: the caller decides who may know. */
  public OrderFacts facts(long orderId) {
    return orders.facts(orderId);
  }

  /** The same by number. */
  public OrderFacts facts(String orderNumber) {
    return orders.facts(orderNumber);
  }

  /** Locks the order until the transaction ends, then reads it. */
  public OrderFacts lock(long orderId) {
    return orders.lock(orderId).facts();
  }

  /** The same, if it is this courier's. */
  public Optional<OrderFacts> lock(String orderNumber, long courierId) {
    return orders.lock(orderNumber, courierId).map(Order::facts);
  }

  /** The same of several, each once. */
  public List<OrderFacts> lockAll(Collection<String> orderNumbers) {
    return orders.lockAll(Set.copyOf(orderNumbers)).stream().map(Order::facts).toList();
  }

  /** The seller takes the order on; only what is paid or will be paid at the door. */
  public OrderFacts confirm(long orderId) {
    return step(orderId, Order::confirm);
  }

  /** The seller begins to pack. */
  public OrderFacts startProcessing(long orderId) {
    return step(orderId, Order::startProcessing);
  }

  /** The parcel waits for a courier; what needs none is handed over at once. */
  public OrderFacts readyForPickup(long orderId) {
    return step(
        orderId,
        order -> {
          order.makeReady(clock.instant());
          if (order.status() == OrderStatus.DELIVERED) {
            handedOver(order);
          }
        });
  }

  /** A courier is told to bring it; another one before the pick-up takes his place. */
  public OrderFacts assignCourier(long orderId, long courierId) {
    return step(orderId, order -> order.assign(courierId));
  }

  /**
   * The courier has it.
   *
   * @throws Conflict {@code order_refunded} if the buyer has all the money back
   */
  public OrderFacts pickedUp(long orderId) {
    return step(orderId, Order::pickUp);
  }

  /** The courier is on his way; does nothing where he already was. */
  public OrderFacts inTransit(long orderId) {
    return step(orderId, Order::setOut);
  }

  /** Nobody took it: it waits for the next attempt, or ends where all its money went back. */
  public OrderFacts failedAttempt(long orderId, String reason) {
    return step(
        orderId,
        order -> {
          order.failAttempt(reason);
          orders.save(order);
          refunded.endWhereAllWentBack(order, ALL_WENT_BACK);
        });
  }

  /**
   * It was handed over; the hold begins, or the order ends where all its money went back. Cash is
   * paid in this moment.
   */
  public OrderFacts delivered(long orderId, @Nullable String notes) {
    return step(
        orderId,
        order -> {
          order.deliver(clock.instant(), notes);
          handedOver(order);
        });
  }

  /**
   * Keeps the money from being released until {@link #endDispute}.
   *
   * @throws Conflict {@code not_disputable} once the money is released or went back, or while
   *     nothing was sent
   */
  public OrderFacts freeze(long orderId) {
    return step(orderId, order -> order.freeze(clock.instant()));
  }

  /**
   * Gives money back to the buyer, released or not; with all of it the order ends.
   *
   * @throws Conflict {@code dispute_open} while a dispute decides; {@code not_paid}; {@code
   *     already_refunded}
   * @throws uz.gogomarket.platform.Unprocessable {@code refund_out_of_range}
   */
  public RefundResult refund(long orderId, Money amount, String reason) {
    Order order = orders.lock(orderId);
    order.requireNotFrozen();
    RefundResult result = refunds.refund(order, amount, reason);
    orders.save(order);
    refunded.endWhereAllWentBack(order, reason);
    return result;
  }

  /**
   * Gives money back while a dispute holds the order; nothing ends yet, since an appeal may
   * overturn it.
   *
   * @return the refund, for {@link #undoRefund}
   */
  public RefundResult refundDisputed(long orderId, Money amount, String reason) {
    Order order = orders.lock(orderId);
    RefundResult result = refunds.refund(order, amount, reason);
    orders.save(order);
    return result;
  }

  /**
   * Who would have what in the end, were this refunded in a dispute; nothing happens.
   *
   * @param undone what was refunded and would be undone
   */
  public FinalShares sharesAfter(long orderId, Money undone, Money refund) {
    return FinalShares.of(orders.facts(orderId), refund.minus(undone));
  }

  /** Undoes {@link #refundDisputed} while the dispute still holds the order. */
  public OrderFacts undoRefund(long orderId, long refundId, Money amount, String reason) {
    return step(orderId, order -> refunds.undo(order, refundId, amount, reason));
  }

  /** The dispute is over: the money goes its way again, and with all of it the order ends. */
  public OrderFacts endDispute(long orderId, String reason) {
    return step(
        orderId,
        order -> {
          order.unfreeze();
          refunded.endWhereAllWentBack(order, reason);
        });
  }

  /**
   * The dispute is over, and the seller has to send other goods: the hold of what was delivered
   * begins again, so that the buyer can complain again if nothing comes.
   */
  public OrderFacts awaitReplacement(long orderId, String reason) {
    return step(orderId, order -> order.awaitReplacement(clock.instant(), reason));
  }

  /**
   * Ends an order before its pick-up: stock, commission and money go back.
   *
   * @throws Conflict {@code dispute_open} while a dispute holds the order
   */
  public OrderFacts cancel(long orderId, String reason) {
    return cancellations.cancel(orderId, reason).facts();
  }

  /** Accounting has booked the cash of these orders, which the caller has locked. */
  public void cashHandedIn(List<Long> orderIds) {
    for (Order order : orders.lockAll(orderIds)) {
      order.handInCash(clock.instant());
    }
  }

  private void handedOver(Order order) {
    orders.save(order);
    OrderFacts now = order.facts();
    deliveredEvents.fire(
        new OrderDelivered(now.id(), now.checkoutId(), now.buyerId(), now.sellerId()));
    refunded.endWhereAllWentBack(order, ALL_WENT_BACK);
  }

  private OrderFacts step(long orderId, Consumer<Order> change) {
    Order order = orders.lock(orderId);
    change.accept(order);
    orders.save(order);
    return order.facts();
  }
}
