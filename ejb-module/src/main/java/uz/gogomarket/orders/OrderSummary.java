package uz.gogomarket.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Money;

/**
 * An order in a list.
 *
 * @param checkoutNumber only for the buyer and admins
 * @param firstItem name of its first item
 * @param units of all items together
 */
public record OrderSummary(
    String orderNumber,
    @Nullable String checkoutNumber,
    @Nullable Long buyerId,
    long sellerId,
    @Nullable String sellerName,
    @Nullable Long courierId,
    @Nullable String courierName,
    OrderStatus status,
    PaymentStatus paymentStatus,
    PaymentMethod paymentMethod,
    Money total,
    String firstItem,
    int units,
    boolean disputed,
    Instant createdAt) {}
