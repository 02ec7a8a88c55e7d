package uz.gogomarket.partners;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its owner sees it; the secret is not in it.
 *
 * @param keyId the user name with which programs present it
 * @param lastUsedAt to within five minutes
 * @param oldSecretEndsAt while a rotation runs
 */
public record KeyView(
    long id,
    long ownerId,
    String name,
    String keyId,
    List<String> scopes,
    KeyStatus status,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant oldSecretEndsAt) {}
