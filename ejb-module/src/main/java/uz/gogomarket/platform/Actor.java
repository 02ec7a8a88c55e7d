package uz.gogomarket.platform;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting.
 *
 * @param userId the account, for users and API keys; for elevated actors the user on whose behalf
 *     they act
 * @param guestId the guest session
 * @param name as it stands in the audit log: {@code user:7}, {@code guest:3}, {@code key:2}, {@code
 *     system:settlement}
 * @param grants roles, permissions, scopes, and {@code system} for jobs and elevated use cases
 * @param sessionId the log-in session or API key that must not be revoked
 */
public record Actor(
    Kind kind,
    @Nullable Long userId,
    @Nullable Long guestId,
    String name,
    Set<String> grants,
    @Nullable String sessionId) {

  /** The grant that row-level security lets through everywhere. */
  public static final String SYSTEM = "system";

  public static final Actor ANONYMOUS =
      new Actor(Kind.ANONYMOUS, null, null, "anonymous", Set.of(), null);

  /** What kind of party it is. */
  public enum Kind {
    ANONYMOUS,
    GUEST,
    USER,
    API_KEY,
    SYSTEM
  }

  public Actor {
    grants = Set.copyOf(grants);
  }

  public static Actor user(long userId, Set<String> grants, String sessionId) {
    return new Actor(Kind.USER, userId, null, "user:" + userId, grants, sessionId);
  }

  public static Actor guest(long guestId) {
    return new Actor(Kind.GUEST, null, guestId, "guest:" + guestId, Set.of(), null);
  }

  public static Actor apiKey(long keyId, long ownerId, Set<String> grants) {
    return new Actor(Kind.API_KEY, ownerId, null, "key:" + keyId, grants, String.valueOf(keyId));
  }

  public static Actor system(String job) {
    return new Actor(Kind.SYSTEM, null, null, "system:" + job, Set.of(SYSTEM), null);
  }

  /** The same party with one grant more, such as the single account that a log-in is about. */
  public Actor with(String grant) {
    Set<String> more = new HashSet<>(grants);
    more.add(grant);
    return new Actor(kind, userId, guestId, name, more, sessionId);
  }

  /** The same party, for a moment allowed to touch rows of others; keeps its own name. */
  Actor elevated() {
    return new Actor(kind, userId, guestId, name, Set.of(SYSTEM), sessionId);
  }

  public boolean has(String grant) {
    return grants.contains(grant);
  }
}
