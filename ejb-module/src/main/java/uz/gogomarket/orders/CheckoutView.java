package uz.gogomarket.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Money;

/**
 * A checkout as its buyer sees it.
 *
 * @param total what its orders cost together, without those that were cancelled before they were
 *     paid
 * @param expiresAt until when it has to be paid; absent where it is paid or paid at the door
 */
public record CheckoutView(
    String checkoutNumber,
    CheckoutStatus status,
    PaymentMethod paymentMethod,
    Money total,
    @Nullable Instant expiresAt,
    List<CheckoutOrder> orders) {}
