package uz.gogomarket.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the cart would cost, brought to an address of the account or to one written here;
 * neither is needed where nothing has to be shipped.
 */
public record QuoteCheckout(
    @Nullable @Positive Long addressId, @Nullable @Valid DeliveryAddress address) {}
