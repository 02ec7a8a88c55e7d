package uz.gogomarket.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An admin role that an account holds.
 *
 * @param permissions granted besides what the type may do
 * @param grantedBy the account of the admin; absent for the first one
 * @param expiresAt absent where it does not end by itself
 */
public record AdminRoleView(
    long id,
    AdminRoleType type,
    List<String> permissions,
    @Nullable Long grantedBy,
    Instant grantedAt,
    @Nullable Instant expiresAt) {}
