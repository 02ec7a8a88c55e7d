package uz.gogomarket.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where something shall go: a position where it is known, and always a city. */
public record Destination(
    @Nullable @Valid GeoPoint position,
    @NotBlank @Size(max = 100) String city,
    @Nullable @Size(max = 100) String district) {}
