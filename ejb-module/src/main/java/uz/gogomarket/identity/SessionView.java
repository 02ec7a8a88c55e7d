package uz.gogomarket.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A living log-in.
 *
 * @param tasklist whether it was to the tasklist, in place of the API
 * @param current marks the one that asks
 */
public record SessionView(
    long id,
    @Nullable String ipAddress,
    @Nullable String userAgent,
    Instant createdAt,
    Instant lastActivityAt,
    Instant expiresAt,
    boolean tasklist,
    boolean current) {}
