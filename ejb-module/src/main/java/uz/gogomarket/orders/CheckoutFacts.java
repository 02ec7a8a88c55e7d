package uz.gogomarket.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;

/** A checkout as it is kept. */
record CheckoutFacts(
    long id,
    String checkoutNumber,
    @Nullable Long buyerId,
    CheckoutStatus status,
    PaymentMethod paymentMethod,
    @Nullable Instant expiresAt) {}
