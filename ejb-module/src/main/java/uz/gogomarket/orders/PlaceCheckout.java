package uz.gogomarket.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotNegative;

/**
 * Buys what is in the cart.
 *
 * @param guestInfo who buys, where there is no account; guests pay in cash
 * @param expectedTotal what the buyer was told; another total is refused with the new quote
 */
public record PlaceCheckout(
    @Nullable @Positive Long addressId,
    @Nullable @Valid DeliveryAddress address,
    @NotNull PaymentMethod paymentMethod,
    @Nullable @Valid GuestInfo guestInfo,
    @NotNull @NotNegative Money expectedTotal,
    @Nullable @Size(max = 1000) String notes,
    @Nullable @Size(max = 50) String trafficSource) {}
