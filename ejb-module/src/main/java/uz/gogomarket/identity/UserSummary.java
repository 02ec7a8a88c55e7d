package uz.gogomarket.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account in an admin's list. */
public record UserSummary(
    long id,
    String email,
    @Nullable String phone,
    String firstName,
    String lastName,
    UserRole role,
    UserStatus status,
    @Nullable Instant lastLoginAt,
    Instant createdAt) {}
