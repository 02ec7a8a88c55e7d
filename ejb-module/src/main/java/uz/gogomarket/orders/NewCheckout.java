package uz.gogomarket.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;

/** All that is written when a checkout is placed. */
record NewCheckout(
    CheckoutPlan plan,
    @Nullable Long buyerId,
    @Nullable Long guestId,
    @Nullable GuestInfo guestInfo,
    PaymentMethod method,
    CheckoutStatus status,
    @Nullable Instant expiresAt,
    @Nullable Long addressId,
    @Nullable DeliveryAddress address,
    Instant now,
    int holdDays,
    @Nullable String trafficSource,
    @Nullable String notes) {

  boolean isPaid() {
    return status == CheckoutStatus.PAID;
  }

  PaymentStatus paymentStatus() {
    return isPaid() ? PaymentStatus.PAID : PaymentStatus.PENDING;
  }
}
