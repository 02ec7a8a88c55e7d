package uz.gogomarket.orders;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uz.gogomarket.platform.ShownText;

/** Who buys without an account. */
public record GuestInfo(
    @ShownText(oneScript = true) @NotNull @Email @Size(min = 3, max = 255) String email,
    @ShownText(oneScript = true) @NotBlank @Size(max = 200) String name,
    @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "not_phone") String phone) {}
