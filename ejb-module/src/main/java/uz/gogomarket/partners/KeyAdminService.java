package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;

/** The keys of all partners, for administrators: to look, and to end one that leaked. */
@Stateless
@Allow(Permissions.PARTNERS_MANAGE)
public class KeyAdminService {

  @Inject ApiKeys keys;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * The newest first.
   *
   * @param ownerId only this account's keys
   */
  public Page<KeyView> list(@Nullable Long ownerId, PageRequest page) {
    Instant now = clock.instant();
    List<ApiKey> rows = ownerId == null ? keys.listAll(page) : keys.list(ownerId, page);
    return Page.of(
        rows.stream().map(key -> key.view(now)).toList(), page, key -> Cursor.of(key.id()));
  }

  /** Ends a key for good; once more changes nothing. */
  public KeyView revoke(long id) {
    Instant now = clock.instant();
    ApiKey key = keys.lock(id).orElseThrow(() -> new NotFound("key", id));
    if (key.revokedAt() != null) {
      return key.view(now);
    }
    KeyView view = keys.revoke(key, now).view(now);
    audit.record("api_key.revoked", "api_key", id, key.view(now), view);
    return view;
  }
}
