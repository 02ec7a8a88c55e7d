package uz.gogomarket.identity;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account an admin.
 *
 * @param permissions besides what the type may do
 */
public record GrantAdminRole(
    @NotNull AdminRoleType type,
    @Size(max = 20) @Nullable List<@NotNull @Size(max = 50) String> permissions,
    @Future @Nullable Instant expiresAt) {}
