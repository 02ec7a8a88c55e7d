package uz.gogomarket.dispatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.shipping.GeoPoint;

/** Nobody took it, and why. */
public record FailDelivery(
    @NotBlank @Size(max = 500) String reason, @Nullable @Valid GeoPoint position) {}
