package uz.gogomarket.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.platform.Versioned;

/**
 * What one buyer gets from one seller, and the money in it. It is written when its checkout is
 * placed ({@link CheckoutWriter}) and changes through its steps only; {@link Orders} locks it
 * before it is read, and writes its steps into the history.
 */
@Entity(name = "CustomerOrder") // ORDER is a word of JPQL
@Table(name = "orders")
@SuppressWarnings("UnusedVariable") // who cancelled it, and why, is read by SQL
class Order extends Versioned {

  @Column(name = "order_number", updatable = false)
  private String number;

  @Column(name = "checkout_id", updatable = false)
  private long checkoutId;

  @Column(name = "buyer_id", updatable = false)
  private @Nullable Long buyerId;

  @Column(name = "seller_id", updatable = false)
  private long sellerId;

  @Column(name = "courier_id")
  private @Nullable Long courierId;

  @Convert(converter = OrderStatusConverter.class)
  private OrderStatus status;

  @Convert(converter = PaymentStatusConverter.class)
  @Column(name = "payment_status")
  private PaymentStatus paymentStatus;

  @Convert(converter = PaymentMethodConverter.class)
  @Column(name = "payment_method")
  private PaymentMethod paymentMethod;

  @Embedded private OrderPrice price;

  @Column(name = "refunded_amount")
  private Money refunded;

  /** Where it is brought; absent where nothing is shipped. */
  @Column(name = "delivery_zone_id", updatable = false)
  private @Nullable Long zoneId;

  @Column(name = "hold_days", updatable = false)
  private int holdDays;

  @Column(name = "actual_delivery_date")
  private @Nullable Instant deliveredAt;

  @Column(name = "hold_until")
  private @Nullable Instant holdUntil;

  @Column(name = "frozen_at")
  private @Nullable Instant frozenAt;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Column(name = "cash_handed_in_at")
  private @Nullable Instant cashHandedInAt;

  @Column(name = "cancellation_reason")
  private @Nullable String cancellationReason;

  @Column(name = "cancelled_by")
  private @Nullable Long cancelledBy;

  @Column(name = "cancelled_at")
  private @Nullable Instant cancelledAt;

  @Transient private final List<Step> steps = new ArrayList<>();

  /**
   * A row of the history that is to be.
   *
   * @param moved whether it came there; else only the note is new
   */
  record Step(OrderStatus status, @Nullable String notes, boolean moved) {}

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Order() {}

  /**
   * The seller takes it on.
   *
   * @throws Conflict {@code not_paid} unless it is paid or will be at the door
   */
  void confirm() {
    if (!isPaidOrCash()) {
      throw new Conflict("not_paid", "Order " + number + " is not paid yet.");
    }
    move(OrderStatus.CONFIRMED, null);
  }

  /** The seller begins to pack. */
  void startProcessing() {
    move(OrderStatus.PROCESSING, null);
  }

  /** The parcel waits for a courier; what needs none is handed over at once. */
  void makeReady(Instant now) {
    requireStatus(OrderStatus.PROCESSING); // what is on its way becomes ready by failing only
    move(OrderStatus.READY_FOR_PICKUP, null);
    if (!isShipped()) {
      move(OrderStatus.PICKED_UP, "nothing to ship");
      deliver(now, null);
    }
  }

  /** A courier is told to bring it; another one before the pick-up takes his place. */
  void assign(long courier) {
    requireStatus(OrderStatus.READY_FOR_PICKUP);
    this.courierId = courier;
  }

  /**
   * The courier has it.
   *
   * @throws Conflict {@code order_refunded} if the buyer has all the money back
   */
  void pickUp() {
    if (isWhollyRefunded()) {
      throw new Conflict(
          "order_refunded", "Order " + number + " is not sent: its buyer has all the money back.");
    }
    move(OrderStatus.PICKED_UP, null);
  }

  /** The courier is on his way; does nothing where he already was. */
  void setOut() {
    if (status == OrderStatus.PICKED_UP) {
      move(OrderStatus.IN_TRANSIT, null);
    }
  }

  /** Nobody took it: it waits for the next attempt. */
  void failAttempt(String reason) {
    setOut();
    requireStatus(OrderStatus.IN_TRANSIT);
    move(OrderStatus.READY_FOR_PICKUP, reason);
  }

  /** It was handed over and the hold begins; cash is paid in this moment. */
  void deliver(Instant now, @Nullable String notes) {
    setOut();
    move(OrderStatus.DELIVERED, notes);
    this.deliveredAt = now;
    beginHold(now);
    if (isCash()) {
      this.paymentStatus = PaymentStatus.PAID;
      if (price.total().isZero()) {
        handInCash(now);
      }
    }
  }

  /** What it costs is in escrow. */
  void pay(PaymentMethod method) {
    this.paymentStatus = PaymentStatus.PAID;
    this.paymentMethod = method;
  }

  /** Accounting has booked what its courier took at the door. */
  final void handInCash(Instant now) {
    this.cashHandedInAt = now;
  }

  /**
   * A dispute keeps its money from being released.
   *
   * @throws Conflict {@code not_disputable} once the money is released or went back, or while
   *     nothing was sent
   */
  void freeze(Instant now) {
    boolean underWay =
        List.of(OrderStatus.PICKED_UP, OrderStatus.IN_TRANSIT, OrderStatus.DELIVERED)
            .contains(status);
    boolean inTime = holdUntil == null || now.isBefore(holdUntil);
    if (!underWay || !inTime || isSettled() || isWhollyRefunded()) {
      throw new Conflict(
          "not_disputable", "Order " + number + " is not, or no longer, open to a dispute.");
    }
    this.frozenAt = now;
  }

  /** The dispute is over: the money goes its way again. */
  void unfreeze() {
    this.frozenAt = null;
  }

  /**
   * The dispute is over, and the seller has to send other goods: the hold of what was delivered
   * begins again.
   */
  void awaitReplacement(Instant now, String reason) {
    unfreeze();
    if (holdUntil != null) {
      beginHold(now);
    }
    steps.add(new Step(status, reason, false));
  }

  /**
   * @throws Conflict {@code already_refunded}, {@code not_paid}
   * @throws Unprocessable {@code refund_out_of_range}
   */
  void requireRefundable(Money amount) {
    if (isWhollyRefunded()) {
      throw new Conflict(
          "already_refunded", "All the money of order " + number + " has gone back already.");
    }
    if (!isPaid()) {
      throw new Conflict("not_paid", "Order " + number + " is not paid.");
    }
    Money left = refundable();
    if (!amount.isPositive() || amount.compareTo(left) > 0) {
      throw new Unprocessable(
          "refund_out_of_range", "A refund is more than nothing and at most " + left + " UZS.");
    }
  }

  /** So much more of its money went back. */
  void refund(Money amount) {
    this.refunded = refunded.plus(amount);
    this.paymentStatus =
        refunded.equals(price.total()) ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
  }

  /** So much of what went back it holds again. */
  void undoRefund(Money amount) {
    this.refunded = refunded.minus(amount);
    this.paymentStatus = refunded.isZero() ? PaymentStatus.PAID : PaymentStatus.PARTIALLY_REFUNDED;
  }

  /**
   * Ends it before its pick-up.
   *
   * @param by absent where nobody but time did
   */
  void cancel(String reason, @Nullable Long by, Instant now) {
    move(OrderStatus.CANCELLED, reason);
    this.cancellationReason = reason;
    this.cancelledBy = by;
    this.cancelledAt = now;
  }

  /** Ends it after its hand-over, with all its money gone back. */
  void endRefunded(String reason) {
    move(OrderStatus.REFUNDED, reason);
  }

  /** Everybody has his share. */
  void settle(Instant now) {
    this.settledAt = now;
  }

  /** Whether its hold is over and its money is there and nobody's but those who have a share. */
  boolean isDue(Instant now) {
    return status == OrderStatus.DELIVERED
        && !isSettled()
        && !isFrozen()
        && holdUntil != null
        && !holdUntil.isAfter(now)
        && (!isCash() || cashHandedInAt != null);
  }

  /**
   * @throws Conflict {@code dispute_open} while a dispute decides what becomes of the money
   */
  void requireNotFrozen() {
    if (isFrozen()) {
      throw new Conflict(
          "dispute_open", "A dispute over order " + number + " is open: its decision comes first.");
    }
  }

  /** What has to be written into its history, oldest first; it is told once. */
  List<Step> takeSteps() {
    List<Step> taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }

  /** The buyer paid, or the courier will be paid at the door. */
  boolean isPaidOrCash() {
    return isCash() || paymentStatus != PaymentStatus.PENDING;
  }

  boolean isCash() {
    return paymentMethod == PaymentMethod.CASH;
  }

  boolean isShipped() {
    return zoneId != null;
  }

  boolean isFrozen() {
    return frozenAt != null;
  }

  boolean isSettled() {
    return settledAt != null;
  }

  /** All that was paid went back. */
  boolean isWhollyRefunded() {
    return paymentStatus == PaymentStatus.REFUNDED;
  }

  OrderStatus status() {
    return status;
  }

  /** What of its price has not gone back. */
  Money refundable() {
    return price.total().minus(refunded);
  }

  /** As it is now. */
  OrderFacts facts() {
    SettlementPolicy.Terms terms = price.terms(refunded);
    return new OrderFacts(
        id(),
        number,
        checkoutId,
        buyerId,
        sellerId,
        courierId,
        status,
        paymentStatus,
        paymentMethod,
        terms.goods(),
        terms.tax(),
        terms.shipping(),
        terms.courierFee(),
        terms.commission(),
        price.total(),
        refunded,
        isShipped(),
        holdDays,
        deliveredAt,
        holdUntil,
        frozenAt,
        settledAt,
        cashHandedInAt);
  }

  /** Money of the buyer is there: in escrow, or with the courier. */
  private boolean isPaid() {
    return paymentStatus == PaymentStatus.PAID || paymentStatus == PaymentStatus.PARTIALLY_REFUNDED;
  }

  private void beginHold(Instant now) {
    this.holdUntil = now.plus(Duration.ofDays(holdDays));
  }

  private void requireStatus(OrderStatus required) {
    if (status != required) {
      throw wrongStatus("it would have to be " + EnumConverter.label(required));
    }
  }

  private void move(OrderStatus to, @Nullable String notes) {
    if (!status.mayBecome(to)) {
      throw wrongStatus("it cannot become " + EnumConverter.label(to));
    }
    this.status = to;
    steps.add(new Step(to, notes, true));
  }

  private Conflict wrongStatus(String why) {
    return new Conflict(
        "order_status",
        "Order " + number + " is " + EnumConverter.label(status) + ": " + why + ".");
  }
}
