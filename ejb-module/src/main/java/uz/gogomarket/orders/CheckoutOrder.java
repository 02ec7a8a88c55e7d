package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Money;

/** One of the orders of a checkout. */
public record CheckoutOrder(
    String orderNumber,
    long sellerId,
    @Nullable String sellerName,
    OrderStatus status,
    PaymentStatus paymentStatus,
    Money subtotal,
    Money shipping,
    Money total) {}
