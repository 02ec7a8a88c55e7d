package uz.gogomarket.dispatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.shipping.GeoPoint;

/**
 * It was handed over.
 *
 * @param code the six digits that the buyer was shown
 */
public record CompleteDelivery(
    @NotNull @Pattern(regexp = "[0-9]{6}", message = "not_six_digits") String code,
    @Nullable @Valid GeoPoint position,
    @Nullable @Size(max = 500) String notes) {}
