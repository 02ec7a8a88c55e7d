package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;

/**
 * The way of an order, a method per step. Other capabilities check who may take a step, this one
 * checks that the order may; each method locks the order before it looks at it.
 */
@Stateless
@Internal
@Elevated
public class OrderFlow {

  private static final String ALL_WENT_BACK = "all the money has gone back to the buyer";

  @Inject Orders orders;
  @Inject Refunding refunding;
  @Inject RefundedOrders refunded;
  @Inject Cancelling cancelling;
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
    return orders.lock(orderId);
  }

  /** The seller takes the order on; only what is paid or will be paid at the door. */
  public OrderFacts confirm(long orderId) {
    return step(
        orderId,
        order -> {
          if (!order.paidOrCash()) {
            throw new Conflict("not_paid", "Order " + order.orderNumber() + " is not paid yet.");
          }
          return orders.move(order, OrderStatus.CONFIRMED, null);
        });
  }

  /** The seller begins to pack. */
  public OrderFacts startProcessing(long orderId) {
    return step(orderId, order -> orders.move(order, OrderStatus.PROCESSING, null));
  }

  /** The parcel waits for a courier; what needs none is handed over at once. */
  public OrderFacts readyForPickup(long orderId) {
    return step(
        orderId,
        order -> {
          OrderFacts ready = orders.move(order, OrderStatus.READY_FOR_PICKUP, null);
          if (ready.shipped()) {
            return ready;
          }
          OrderFacts gone = orders.move(ready, OrderStatus.PICKED_UP, "nothing to ship");
          return handOver(orders.move(gone, OrderStatus.IN_TRANSIT, null), null);
        });
  }

  /** A courier is told to bring it; another one before the pick-up takes his place. */
  public OrderFacts assignCourier(long orderId, long courierId) {
    return step(
        orderId,
        order -> {
          order.requireStatus(OrderStatus.READY_FOR_PICKUP);
          orders.assign(orderId, courierId);
          return orders.facts(orderId);
        });
  }

  /**
   * The courier has it.
   *
   * @throws Conflict {@code order_refunded} if the buyer has all the money back
   */
  public OrderFacts pickedUp(long orderId) {
    return step(
        orderId,
        order -> {
          if (order.whollyRefunded()) {
            throw new Conflict(
                "order_refunded",
                "Order " + order.orderNumber() + " is not sent: its buyer has all the money back.");
          }
          return orders.move(order, OrderStatus.PICKED_UP, null);
        });
  }

  /** The courier is on his way; does nothing where he already was. */
  public OrderFacts inTransit(long orderId) {
    return step(orderId, this::onTheWay);
  }

  /** Nobody took it: it waits for the next attempt, or ends where all its money went back. */
  public OrderFacts failedAttempt(long orderId, String reason) {
    return step(
        orderId,
        order -> {
          OrderFacts gone = onTheWay(order);
          gone.requireStatus(OrderStatus.IN_TRANSIT);
          OrderFacts back = orders.move(gone, OrderStatus.READY_FOR_PICKUP, reason);
          return refunded.endWhereAllWentBack(back, ALL_WENT_BACK);
        });
  }

  /**
   * It was handed over; the hold begins, or the order ends where all its money went back. Cash is
   * paid in this moment.
   */
  public OrderFacts delivered(long orderId, @Nullable String notes) {
    return step(orderId, order -> handOver(onTheWay(order), notes));
  }

  /**
   * Keeps the money from being released until {@link #endDispute}.
   *
   * @throws Conflict {@code not_disputable} once the money is released or went back, or while
   *     nothing was sent
   */
  public OrderFacts freeze(long orderId) {
    return step(
        orderId,
        order -> {
          boolean underWay =
              List.of(OrderStatus.PICKED_UP, OrderStatus.IN_TRANSIT, OrderStatus.DELIVERED)
                  .contains(order.status());
          Instant holdUntil = order.holdUntil();
          boolean inTime = holdUntil == null || clock.instant().isBefore(holdUntil);
          if (!underWay || !inTime || order.settledAt() != null || order.whollyRefunded()) {
            throw new Conflict(
                "not_disputable",
                "Order " + order.orderNumber() + " is not, or no longer, open to a dispute.");
          }
          orders.freeze(orderId, clock.instant());
          return orders.facts(orderId);
        });
  }

  /**
   * Gives money back to the buyer, released or not; with all of it the order ends.
   *
   * @throws Conflict {@code dispute_open} while a dispute decides; {@code not_paid}; {@code
   *     already_refunded}
   * @throws uz.gogomarket.platform.Unprocessable {@code refund_out_of_range}
   */
  public RefundResult refund(long orderId, Money amount, String reason) {
    OrderFacts order = orders.lock(orderId);
    order.requireNotFrozen();
    RefundResult result = refunding.refund(order, amount, reason);
    OrderFacts unused = refunded.endWhereAllWentBack(orders.facts(orderId), reason);
    return result;
  }

  /**
   * Gives money back while a dispute holds the order; nothing ends yet, since an appeal may
   * overturn it.
   *
   * @return the refund, for {@link #undoRefund}
   */
  public RefundResult refundDisputed(long orderId, Money amount, String reason) {
    return refunding.refund(orders.lock(orderId), amount, reason);
  }

  /**
   * Who would have what in the end, were this refunded in a dispute; nothing happens.
   *
   * @param undone what was refunded and would be undone
   */
  public FinalShares sharesAfter(long orderId, Money undone, Money refund) {
    return FinalShares.of(facts(orderId), refund.minus(undone));
  }

  /** Undoes {@link #refundDisputed} while the dispute still holds the order. */
  public OrderFacts undoRefund(long orderId, long refundId, Money amount, String reason) {
    return step(orderId, order -> refunding.undo(order, refundId, amount, reason));
  }

  /** The dispute is over: the money goes its way again, and with all of it the order ends. */
  public OrderFacts endDispute(long orderId, String reason) {
    return step(
        orderId,
        order -> {
          orders.freeze(orderId, null);
          return refunded.endWhereAllWentBack(orders.facts(orderId), reason);
        });
  }

  /**
   * The dispute is over, and the seller has to send other goods: the hold of what was delivered
   * begins again, so that the buyer can complain again if nothing comes.
   */
  public OrderFacts awaitReplacement(long orderId, String reason) {
    return step(
        orderId,
        order -> {
          orders.freeze(orderId, null);
          if (order.holdUntil() != null) {
            orders.hold(orderId, endOfHold(order));
          }
          orders.note(order, reason);
          return orders.facts(orderId);
        });
  }

  /**
   * Ends an order before its pick-up: stock, commission and money go back.
   *
   * @throws Conflict {@code dispute_open} while a dispute holds the order
   */
  public OrderFacts cancel(long orderId, String reason) {
    return cancelling.cancel(orderId, reason);
  }

  /** Accounting has booked the cash of these orders, which the caller has locked. */
  public void cashHandedIn(List<Long> orderIds) {
    orders.handedIn(orderIds, clock.instant());
  }

  private OrderFacts onTheWay(OrderFacts order) {
    return order.status() == OrderStatus.PICKED_UP
        ? orders.move(order, OrderStatus.IN_TRANSIT, null)
        : order;
  }

  private OrderFacts handOver(OrderFacts order, @Nullable String notes) {
    Instant now = clock.instant();
    OrderFacts there = orders.move(order, OrderStatus.DELIVERED, notes);
    PaymentStatus payment = order.cash() ? PaymentStatus.PAID : order.paymentStatus();
    orders.delivered(order.id(), now, endOfHold(order), payment);
    if (order.cash() && order.total().isZero()) {
      orders.handedIn(List.of(order.id()), now);
    }
    deliveredEvents.fire(
        new OrderDelivered(there.id(), there.checkoutId(), there.buyerId(), there.sellerId()));
    return refunded.endWhereAllWentBack(orders.facts(order.id()), ALL_WENT_BACK);
  }

  /** When a hold is over that begins now. */
  private Instant endOfHold(OrderFacts order) {
    return clock.instant().plus(Duration.ofDays(order.holdDays()));
  }

  private OrderFacts step(long orderId, Function<OrderFacts, OrderFacts> change) {
    return change.apply(orders.lock(orderId));
  }
}
