package uz.gogomarket.disputes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Decides a dispute.
 *
 * @param refundAmount only for a refund in part
 * @param resolution the reason, as both sides will read it
 */
public record DecideDispute(
    @NotNull DisputeDecision decision,
    @Nullable Money refundAmount,
    @NotBlank @Size(max = 2000) String resolution) {}
