package uz.gogomarket.shipping;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotNegative;
import uz.gogomarket.platform.ShownText;

/**
 * A new tariff of a zone; it takes the place of the one in force.
 *
 * @param minimumOrder goods of one seller must cost at least this
 * @param freeFrom from this price of the goods on the buyer does not pay for the delivery
 */
public record SaveTariff(
    @ShownText @NotBlank @Size(max = 200) String name,
    @NotNull @NotNegative Money baseCost,
    @NotNull @NotNegative Money costPerKm,
    @NotNull @NotNegative Money costPerKg,
    @NotNull @NotNegative Money minimumOrder,
    @Nullable @NotNegative Money freeFrom,
    @Min(1) @Max(2160) int estimatedHours) {}
