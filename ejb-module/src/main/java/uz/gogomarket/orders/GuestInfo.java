package uz.gogomarket.orders;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who buys without an account. */
public record GuestInfo(
    @NotNull @Email @Size(min = 3, max = 255) String email,
    @NotBlank @Size(max = 200) String name,
    @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}") String phone) {}
