package uz.gogomarket.identity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * An address as its owner writes it.
 *
 * @param isDefault whether it shall be the default of its type; the first of a type always is
 * @param latitude degrees, together with {@code longitude} or absent
 */
public record SaveAddress(
    @NotNull AddressType type,
    @Nullable Boolean isDefault,
    @Size(max = 50) @Nullable String label,
    @ShownText(oneScript = true) @NotBlank @Size(max = 200) String fullName,
    @NotBlank @Size(max = 40) String phone,
    @ShownText @NotBlank @Size(max = 100) String country,
    @ShownText @NotBlank @Size(max = 100) String city,
    @Size(max = 100) @Nullable String district,
    @ShownText @NotBlank @Size(max = 255) String street,
    @Size(max = 50) @Nullable String building,
    @Size(max = 50) @Nullable String apartment,
    @Size(max = 20) @Nullable String postalCode,
    @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 8)
        @Nullable BigDecimal latitude,
    @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 8)
        @Nullable BigDecimal longitude,
    @Size(max = 1000) @Nullable String deliveryInstructions) {}
