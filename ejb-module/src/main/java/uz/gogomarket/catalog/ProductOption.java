package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import uz.gogomarket.platform.ShownText;

/** What variants differ in, such as {@code Size: S, M, L}. */
public record ProductOption(
    @NotBlank @ShownText @Size(max = 50) String name,
    @NotNull @NotEmpty @Size(max = 100)
        List<@NotBlank @ShownText @Size(max = 100) String> values) {}
