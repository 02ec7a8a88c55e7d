package uz.gogomarket.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.DeliveryAddress;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Money;

/**
 * An order as its courier, and the admins who assign couriers, need it.
 *
 * @param pickup where the seller's goods wait
 * @param cashToCollect what the buyer pays at the door; zero where it is paid
 * @param fee what the courier earns
 */
public record DeliveryView(
    String orderNumber,
    OrderStatus status,
    long sellerId,
    @Nullable String sellerName,
    @Nullable Long courierId,
    @Nullable String courierName,
    @Nullable PickupPlace pickup,
    @Nullable DeliveryAddress address,
    Money cashToCollect,
    Money fee,
    boolean cashHandedIn,
    Instant placedAt,
    @Nullable Instant deliveredAt) {}
