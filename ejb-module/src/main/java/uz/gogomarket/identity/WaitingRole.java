package uz.gogomarket.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request for a role in the queue of those who decide. */
public record WaitingRole(
    long userId,
    UserRole role,
    String email,
    @Nullable String phone,
    String firstName,
    String lastName,
    Instant registeredAt,
    @Nullable String note,
    Instant requestedAt) {}
