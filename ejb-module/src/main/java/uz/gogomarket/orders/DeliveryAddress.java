package uz.gogomarket.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;
import uz.gogomarket.shipping.Destination;
import uz.gogomarket.shipping.GeoPoint;

/** The door that an order goes to; kept in the order as it was when the order was placed. */
public record DeliveryAddress(
    @ShownText(oneScript = true) @NotBlank @Size(max = 200) String fullName,
    @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "not_phone") String phone,
    @ShownText @NotBlank @Size(max = 100) String country,
    @ShownText @NotBlank @Size(max = 100) String city,
    @Nullable @Size(max = 100) String district,
    @ShownText @NotBlank @Size(max = 255) String street,
    @Nullable @Size(max = 50) String building,
    @Nullable @Size(max = 50) String apartment,
    @Nullable @Size(max = 20) String postalCode,
    @Nullable @Valid GeoPoint position,
    @Nullable @Size(max = 1000) String deliveryInstructions) {

  Destination destination() {
    return new Destination(position, city, district);
  }
}
