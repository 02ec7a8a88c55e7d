package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Violation;

/** One's own API keys. A key cannot manage keys: that takes a person who is logged in. */
@Stateless
@Allow(Roles.SELLER)
public class KeyService {

  static final int MAX_PER_OWNER = 20;

  @Inject ApiKeys keys;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * Makes a key; its secret is in the answer and nowhere else.
   *
   * @throws Conflict {@code too_many_keys}
   * @throws InvalidInput if there is no such scope
   */
  @FreshSession
  public IssuedKey create(CreateKey wanted) {
    long ownerId = actors.userId();
    Set<String> scopes = known(wanted.scopes());
    if (keys.countAlive(ownerId, clock.instant()) >= MAX_PER_OWNER) {
      throw new Conflict(
          "too_many_keys",
          "An account can have " + MAX_PER_OWNER + " keys; revoke one that is not needed.");
    }
    Secret secret = Secret.random();
    ApiKey key =
        keys.add(
            ownerId,
            wanted.name().strip(),
            Secret.randomKeyId(),
            secret,
            scopes,
            wanted.expiresAt());
    KeyView view = key.view(clock.instant());
    audit.record("api_key.created", "api_key", key.id(), null, view);
    return new IssuedKey(view, secret.text());
  }

  /** All of them, the newest first. */
  public Page<KeyView> list(PageRequest page) {
    Instant now = clock.instant();
    List<KeyView> rows =
        keys.list(actors.userId(), page).stream().map(key -> key.view(now)).toList();
    return Page.of(rows, page, key -> Cursor.of(key.id()));
  }

  public KeyView get(long id) {
    return keys.byId(id)
        .filter(key -> key.ownerId() == actors.userId())
        .orElseThrow(() -> new NotFound("key", id))
        .view(clock.instant());
  }

  /**
   * Makes a new secret; the old one stays good for the overlap.
   *
   * @throws Conflict {@code key_not_active}; {@code rotation_running} while an earlier rotation's
   *     old secret is good, unless the overlap is 0, which ends all earlier secrets
   */
  @FreshSession
  public IssuedKey rotate(long id, RotateKey rotation) {
    Instant now = clock.instant();
    ApiKey key = locked(id);
    if (key.status(now) != KeyStatus.ACTIVE) {
      throw new Conflict("key_not_active", "This key is revoked or has expired; make a new one.");
    }
    Secret secret = Secret.random();
    ApiKey rotated;
    if (rotation.hours() == 0) {
      rotated = keys.replace(key, secret);
    } else if (key.rotating(now)) {
      throw new Conflict(
          "rotation_running",
          "The old secret is good until " + key.rotatesAt() + "; an overlap of 0 ends it at once.");
    } else {
      rotated = keys.rotate(key, secret, now.plus(Duration.ofHours(rotation.hours())));
    }
    KeyView view = rotated.view(now);
    audit.record("api_key.rotated", "api_key", id, key.view(now), view);
    return new IssuedKey(view, secret.text());
  }

  /** Ends a key for good; once more changes nothing. */
  public KeyView revoke(long id) {
    Instant now = clock.instant();
    ApiKey key = locked(id);
    if (key.revokedAt() != null) {
      return key.view(now);
    }
    KeyView view = keys.revoke(key, now).view(now);
    audit.record("api_key.revoked", "api_key", id, key.view(now), view);
    return view;
  }

  private ApiKey locked(long id) {
    return keys.lock(id, actors.userId()).orElseThrow(() -> new NotFound("key", id));
  }

  private static Set<String> known(List<String> scopes) {
    List<Violation> unknown = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      if (!Scopes.all().contains(scopes.get(i))) {
        unknown.add(Violation.of("scopes[" + i + "]", "one_of", String.join(", ", Scopes.all())));
      }
    }
    if (!unknown.isEmpty()) {
      throw new InvalidInput(unknown);
    }
    return new TreeSet<>(scopes);
  }
}
