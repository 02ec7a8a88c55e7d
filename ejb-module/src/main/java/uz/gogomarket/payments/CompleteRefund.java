package uz.gogomarket.payments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Accounting has made the transfer of a refund.
 *
 * @param reference the bank's
 */
public record CompleteRefund(
    @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "not_one_line")
        String reference) {}
