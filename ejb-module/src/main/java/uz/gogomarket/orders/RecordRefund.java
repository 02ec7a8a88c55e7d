package uz.gogomarket.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import uz.gogomarket.platform.Money;

/**
 * Gives money of an order back.
 *
 * @param reason is read by buyer and seller
 */
public record RecordRefund(@NotNull Money amount, @NotBlank @Size(max = 500) String reason) {}
