package uz.gogomarket.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotNegative;

/**
 * Asks what a delivery would cost.
 *
 * @param weightKg what is shipped weighs, in kilograms
 * @param subtotal the price of the goods
 * @param sellerId whose goods: the way is measured from his pick-up address, or from the hub where
 *     he is not named
 */
public record QuoteDelivery(
    @NotNull @Valid Destination destination,
    @NotNull @DecimalMin("0") @DecimalMax("10000") @Digits(integer = 5, fraction = 3)
        BigDecimal weightKg,
    @NotNull @NotNegative Money subtotal,
    @Nullable @Positive Long sellerId) {}
