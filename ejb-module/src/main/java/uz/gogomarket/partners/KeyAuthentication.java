package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uz.gogomarket.identity.AccountStandings;
import uz.gogomarket.identity.AccountSuspended;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;

/** Tells the doors whose key they were shown. Nothing is remembered: an ended key ends at once. */
@Stateless
@AllowAnyone
public class KeyAuthentication {

  private static final Pattern KEY_ID = Pattern.compile("gk_[A-Za-z0-9_-]{22}");

  @Inject ApiKeys keys;
  @Inject AccountStandings standings;
  @Inject Actors actors;
  @Inject Clock clock;

  /**
   * Who a key and its secret speak for: its owner, with those of its scopes that the owner's roles
   * still carry.
   *
   * @throws KeyRefused {@code invalid_api_key}
   * @throws AccountSuspended if the secret is right but the owner may not act at present
   */
  public Actor authenticate(String keyId, String secret) {
    return actors.runAsSystem("api-key", () -> find(keyId, new Secret(secret)));
  }

  private Actor find(String keyId, Secret secret) {
    Instant now = clock.instant();
    ApiKey key =
        Optional.of(keyId)
            .filter(KEY_ID.asMatchPredicate())
            .flatMap(keys::byKeyId)
            .filter(each -> each.opensWith(secret, now))
            .filter(each -> each.status(now) == KeyStatus.ACTIVE)
            .orElseThrow(KeyRefused::new);
    Set<String> roles = standings.rolesOfActive(key.ownerId());
    keys.used(key, now);
    return Actor.apiKey(key.id(), key.ownerId(), Scopes.within(key.scopes(), roles));
  }
}
