package uz.gogomarket.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Secret OLD = Secret.random();
  private static final Secret NEW = Secret.random();

  @Test
  void opensWithItsSecretOnly() {
    ApiKey key = key(null, null, null);
    assertThat(key.opensWith(OLD, NOW)).isTrue();
    assertThat(key.opensWith(NEW, NOW)).isFalse();
    assertThat(key.opensWith(new Secret(""), NOW)).isFalse();
    assertThat(key.opensWith(new Secret(OLD.digest()), NOW)).isFalse();
  }

  @Test
  void opensWithBothSecretsWhileItIsRotated() {
    ApiKey key = rotating(NOW.plus(Duration.ofHours(1)));
    assertThat(key.opensWith(OLD, NOW)).isTrue();
    assertThat(key.opensWith(NEW, NOW)).isTrue();
    assertThat(key.view(NOW).oldSecretEndsAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void forgetsTheOldSecretWhenTheOverlapEnds() {
    ApiKey key = rotating(NOW);
    assertThat(key.opensWith(OLD, NOW)).isFalse();
    assertThat(key.opensWith(NEW, NOW)).isTrue();
    assertThat(key.newest()).isEqualTo(NEW.digest());
    assertThat(key.view(NOW).oldSecretEndsAt()).isNull();
  }

  @Test
  void endsAtItsTimeAndWhenItIsRevoked() {
    assertThat(key(null, null, null).status(NOW)).isEqualTo(KeyStatus.ACTIVE);
    assertThat(key(NOW.plusSeconds(1), null, null).status(NOW)).isEqualTo(KeyStatus.ACTIVE);
    assertThat(key(NOW, null, null).status(NOW)).isEqualTo(KeyStatus.EXPIRED);
    assertThat(key(NOW, NOW, null).status(NOW)).isEqualTo(KeyStatus.REVOKED);
  }

  @Test
  void lendsOnlyScopesWhoseRoleTheOwnerHas() {
    Set<String> scopes = Set.of(Scopes.CATALOG_READ, "invented");
    assertThat(Scopes.within(scopes, Set.of("seller"))).containsExactly(Scopes.CATALOG_READ);
    assertThat(Scopes.within(scopes, Set.of("buyer"))).isEmpty();
  }

  @Test
  void keepsSecretsOutOfTexts() {
    assertThat(OLD.toString()).doesNotContain(OLD.text());
    assertThat(new IssuedKey(key(null, null, null).view(NOW), OLD.text()).toString())
        .doesNotContain(OLD.text());
    assertThat(OLD.text()).isNotEqualTo(NEW.text()).matches("gks_[A-Za-z0-9_-]{43}");
    assertThat(Secret.randomKeyId()).matches("gk_[A-Za-z0-9_-]{22}");
  }

  private static ApiKey rotating(Instant until) {
    return new ApiKey(
        1,
        7,
        "x",
        "gk_x",
        OLD.digest(),
        NEW.digest(),
        until,
        Set.of(Scopes.CATALOG_READ),
        null,
        null,
        null,
        NOW);
  }

  private static ApiKey key(Instant expiresAt, Instant revokedAt, Instant usedAt) {
    return new ApiKey(
        1,
        7,
        "x",
        "gk_x",
        OLD.digest(),
        null,
        null,
        Set.of(Scopes.CATALOG_READ),
        usedAt,
        expiresAt,
        revokedAt,
        NOW);
  }
}
