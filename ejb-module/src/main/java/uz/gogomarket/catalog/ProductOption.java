package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What variants differ in, such as {@code Size: S, M, L}. */
public record ProductOption(
    @NotBlank @Size(max = 50) String name,
    @NotNull @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> values) {}
