package uz.gogomarket.partners;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * A new API key.
 *
 * @param name for its owner to recognise it by
 * @param scopes what it may do: {@code catalog.read}, {@code catalog.write}, {@code orders.read},
 *     {@code orders.write}
 * @param expiresAt never, where absent
 */
public record CreateKey(
    @ShownText @NotBlank @Size(max = 100) String name,
    @NotEmpty @Size(max = 20) List<@NotNull @Size(max = 50) String> scopes,
    @Future @Nullable Instant expiresAt) {}
