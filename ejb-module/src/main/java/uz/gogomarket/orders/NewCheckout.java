package uz.gogomarket.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;

/**
 * All that is written when a checkout is placed.
 *
 * @param commissions per order of the plan, in its order, per line in the order of the lines
 * @param deliveryCodes encrypted, per seller whose goods are shipped
 */
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
    List<List<CommissionShare>> commissions,
    Map<Long, String> deliveryCodes,
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
