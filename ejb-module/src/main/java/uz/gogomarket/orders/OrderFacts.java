package uz.gogomarket.orders;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
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

  /** All who have a share in its money. */
  Set<Long> parties() {
    return Stream.of(buyerId, sellerId, courierId)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  SettlementPolicy.Terms terms() {
    return new SettlementPolicy.Terms(goods, tax, shipping, courierFee, commission, refunded);
  }
}
