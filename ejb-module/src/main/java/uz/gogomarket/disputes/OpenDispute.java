package uz.gogomarket.disputes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a dispute.
 *
 * @param attachments addresses of photos and papers
 */
public record OpenDispute(
    @NotBlank @Size(max = 50) String orderNumber,
    @NotNull DisputeType type,
    @NotBlank @Size(max = 2000) String reason,
    @Size(max = 10)
        @Nullable List<@NotNull @Size(max = 500) @Pattern(regexp = WriteMessage.ADDRESS) String>
            attachments) {}
