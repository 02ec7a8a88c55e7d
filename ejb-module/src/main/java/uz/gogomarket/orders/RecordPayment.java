package uz.gogomarket.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotNegative;

/**
 * A bank transfer that arrived for a checkout.
 *
 * @param reference the line of the bank statement; none is booked twice
 */
public record RecordPayment(
    @NotNull @NotNegative Money amount, @NotBlank @Size(max = 100) String reference) {}
