package uz.gogomarket.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * A delivery zone as an admin writes it.
 *
 * @param districts the districts that belong to it where an address has no position
 * @param polygon its boundary, at least three corners, closed by itself; absent where the zone is
 *     known by its districts only
 */
public record SaveZone(
    @ShownText @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @NotBlank @Size(max = 100) String city,
    @NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> districts,
    @Nullable @Size(min = 3, max = 1000) List<@NotNull @Valid GeoPoint> polygon,
    boolean active) {}
