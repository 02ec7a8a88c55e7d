package uz.gogomarket.dispatch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotNegative;

/**
 * A courier hands in the cash of some orders.
 *
 * @param amount what was counted; it must be the sum of the orders' totals
 */
public record HandInCash(
    @Positive long courierId,
    @NotNull @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 50) String> orderNumbers,
    @NotNull @NotNegative Money amount) {}
