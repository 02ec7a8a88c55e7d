package uz.gogomarket.wallets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Accounting has received money for somebody.
 *
 * @param reference of the bank statement's line or the till receipt; none is booked twice
 */
public record RecordDeposit(
    @NotNull Money amount,
    @NotNull DepositSource source,
    @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "not_one_line")
        String reference,
    @Nullable @Size(max = 500) String note) {}
