package uz.gogomarket.orders;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Money;

/**
 * An order as the capabilities above need to know it.
 *
 * @param buyerId absent for guests
 * @param goods price of the items less discount
 * @param shipped whether there is anything to bring
 * @param holdUntil the money is not released before; absent before delivery
 * @param frozenAt set while a dispute blocks the release
 * @param cashHandedInAt when accounting booked the courier's cash
 */
public record OrderFacts(
    long id,
    String orderNumber,
    long checkoutId,
    @Nullable Long buyerId,
    long sellerId,
    @Nullable Long courierId,
    OrderStatus status,
    PaymentStatus paymentStatus,
    PaymentMethod paymentMethod,
    Money goods,
    Money tax,
    Money shipping,
    Money courierFee,
    Money commission,
    Money total,
    Money refunded,
    boolean shipped,
    int holdDays,
    @Nullable Instant deliveredAt,
    @Nullable Instant holdUntil,
    @Nullable Instant frozenAt,
    @Nullable Instant settledAt,
    @Nullable Instant cashHandedInAt) {

  public boolean cash() {
    return paymentMethod == PaymentMethod.CASH;
  }

  /** The buyer paid, or the courier will be paid at the door. */
  public boolean paidOrCash() {
    return cash() || paymentStatus != PaymentStatus.PENDING;
  }

  /** Money of the buyer is there: in escrow, or with the courier. */
  public boolean paid() {
    return paymentStatus == PaymentStatus.PAID || paymentStatus == PaymentStatus.PARTIALLY_REFUNDED;
  }

  /** All that was paid went back. */
  boolean whollyRefunded() {
    return paymentStatus == PaymentStatus.REFUNDED;
  }

  /** A dispute holds it: nothing ends it until that is over. */
  boolean frozen() {
    return frozenAt != null;
  }

  /** All who have a share in its money. */
  Set<Long> parties() {
    return Stream.of(buyerId, sellerId, courierId)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  SettlementPolicy.Terms terms() {
    return new SettlementPolicy.Terms(goods, tax, shipping, courierFee, commission, refunded);
  }

  /**
   * @throws Conflict {@code dispute_open} while a dispute decides what becomes of the money
   */
  void requireNotFrozen() {
    if (frozen()) {
      throw new Conflict(
          "dispute_open",
          "A dispute over order " + orderNumber + " is open: its decision comes first.");
    }
  }

  /**
   * @throws Conflict unless the order stands where it has to
   */
  void requireStatus(OrderStatus required) {
    if (status != required) {
      throw wrongStatus("it would have to be " + label(required));
    }
  }

  Conflict wrongStatus(String why) {
    return new Conflict(
        "order_status", "Order " + orderNumber + " is " + label(status) + ": " + why + ".");
  }

  static String label(OrderStatus status) {
    return EnumConverter.label(status);
  }
}
