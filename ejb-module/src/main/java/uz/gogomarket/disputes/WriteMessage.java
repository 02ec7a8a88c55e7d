package uz.gogomarket.disputes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a dispute.
 *
 * @param attachments addresses of photos and papers
 */
public record WriteMessage(
    @NotBlank @Size(max = 2000) String content,
    @Size(max = 10)
        @Nullable List<@NotNull @Size(max = 500) @Pattern(regexp = ADDRESS) String> attachments) {

  static final String ADDRESS = "https?://[^\\s\"<>]+";
}
