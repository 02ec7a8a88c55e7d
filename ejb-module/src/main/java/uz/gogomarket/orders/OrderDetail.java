package uz.gogomarket.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.shipping.ShippingQuote;

/**
 * An order in full.
 *
 * @param tax contained in the subtotal
 * @param commission only for the seller and admins
 * @param deliveryCode the buyer tells it to the courier at the door; nobody else sees it
 * @param holdUntil the seller is paid then, unless there is a dispute
 */
public record OrderDetail(
    OrderSummary summary,
    List<OrderItemView> items,
    Money subtotal,
    Money discount,
    Money tax,
    Money shipping,
    Money refunded,
    @Nullable Money commission,
    @Nullable GuestInfo guest,
    @Nullable DeliveryAddress deliveryAddress,
    @Nullable ShippingQuote delivery,
    @Nullable LocalDate expectedOn,
    @Nullable Instant deliveredAt,
    @Nullable Instant holdUntil,
    @Nullable Instant settledAt,
    @Nullable String deliveryCode,
    @Nullable String notes,
    @Nullable String cancellationReason) {}
