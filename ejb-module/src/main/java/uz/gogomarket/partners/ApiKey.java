package uz.gogomarket.partners;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_keys}, with the rules of a single key. */
record ApiKey(
    long id,
    long ownerId,
    String name,
    String keyId,
    String secretHash,
    @Nullable String nextSecretHash,
    @Nullable Instant rotatesAt,
    Set<String> scopes,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    Instant createdAt) {

  ApiKey {
    scopes = Set.copyOf(scopes);
  }

  KeyStatus status(Instant now) {
    if (revokedAt != null) {
      return KeyStatus.REVOKED;
    }
    return expiresAt != null && !now.isBefore(expiresAt) ? KeyStatus.EXPIRED : KeyStatus.ACTIVE;
  }

  /** Whether the old secret is still good besides the new one. */
  boolean rotating(Instant now) {
    return rotatesAt != null && now.isBefore(rotatesAt);
  }

  /** The digest of the newest secret. */
  String newest() {
    return nextSecretHash == null ? secretHash : nextSecretHash;
  }

  boolean opensWith(Secret secret, Instant now) {
    boolean newest = secret.matches(newest());
    boolean old = secret.matches(secretHash);
    return newest || (old && rotating(now));
  }

  KeyView view(Instant now) {
    return new KeyView(
        id,
        ownerId,
        name,
        keyId,
        scopes.stream().sorted().toList(),
        status(now),
        createdAt,
        lastUsedAt,
        expiresAt,
        revokedAt,
        rotating(now) ? rotatesAt : null);
  }
}
