package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.RowMapper;
import uz.gogomarket.platform.Sql;

/**
 * The rows of sessions: a row is a log-in, all its refresh tokens are one family. Sessions are
 * opened at log-in, kept alive by refreshing, and ended by their owner, an admin, time, or the
 * reuse of a refresh token. Those of the tasklist have a cookie in place of refresh tokens.
 */
@ApplicationScoped
class Sessions {

  static final Duration LIFETIME = Duration.ofDays(30);

  /** Who logs in once more ends the session that was idle longest. */
  static final int MAX_PER_ACCOUNT = 50;

  /** How long a session of the tasklist outlives its last use. */
  private static final Duration TASKLIST_IDLE = Duration.ofMinutes(30);

  /** How long it lives, however much it is used. */
  private static final Duration TASKLIST_LIFETIME = Duration.ofHours(12);

  /** A session that is used all the time is written down this often. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final Duration REMEMBERED = Duration.ofDays(90);
  private static final int MAX_USER_AGENT = 500;

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Event<SessionsEnded> ended;

  /** A session as its refresh token finds it. */
  record Found(long id, long userId, String sid, boolean alive) {}

  RefreshToken open(long userId, String sid) {
    RefreshToken refreshToken = RefreshToken.first();
    insert(
        userId,
        sid,
        refreshToken.fingerprint(),
        refreshToken.familyFingerprint(),
        null,
        clock.instant().plus(LIFETIME));
    return refreshToken;
  }

  /** Opens a session of the tasklist and answers its cookie. */
  String openTasklist(long userId, String sid) {
    String cookie = RandomTokens.ofBits(256);
    Instant expiresAt = clock.instant().plus(TASKLIST_IDLE);
    insert(userId, sid, null, null, RandomTokens.fingerprint(cookie), expiresAt);
    return cookie;
  }

  private void insert(
      long userId,
      String sid,
      @Nullable String refreshToken,
      @Nullable String refreshFamily,
      @Nullable String cookie,
      Instant expiresAt) {
    RequestInfo request = RequestInfo.current();
    end(
        "id in (select id from user_sessions where user_id = ? and revoked_at is null and"
            + " expires_at > now() order by last_activity_at desc, id desc offset ?)",
        "too_many",
        userId,
        MAX_PER_ACCOUNT - 1);
    sql.update(
        "insert into user_sessions (user_id, token, refresh_token, refresh_family, cookie,"
            + " ip_address, user_agent, expires_at) values (?, ?, ?, ?, ?, ?::inet, ?, ?)",
        userId,
        sid,
        refreshToken,
        refreshFamily,
        cookie,
        request.address(),
        shortened(request.userAgent()),
        expiresAt);
  }

  /** The living session of the tasklist with this cookie, which is used now. */
  Optional<Found> use(String cookie) {
    Instant now = clock.instant();
    String fingerprint = RandomTokens.fingerprint(cookie);
    Optional<Found> found =
        sql.first(
            "select id, user_id, token, true as alive from session_of_cookie(?, ?)",
            FOUND,
            fingerprint,
            now);
    if (found.isPresent()) {
      sql.update(
          "update user_sessions set last_activity_at = ?, expires_at = least(?, created_at + ? *"
              + " interval '1 hour') where id = ? and last_activity_at < ? and revoked_at is null",
          now,
          now.plus(TASKLIST_IDLE),
          TASKLIST_LIFETIME.toHours(),
          found.get().id(),
          now.minus(NOTED));
    }
    return found;
  }

  /**
   * Puts the next refresh token in the place of the current one, in one statement: of two that try
   * at once one succeeds.
   */
  Optional<Found> replace(RefreshToken current, RefreshToken next) {
    Instant now = clock.instant();
    return sql.first(
        "select id, user_id, token, true as alive from replace_refresh_token(?, ?, ?, ?)",
        FOUND,
        current.fingerprint(),
        next.fingerprint(),
        now,
        now.plus(LIFETIME));
  }

  Optional<Found> ofFamily(RefreshToken token) {
    return sql.first(
        "select id, user_id, token, revoked_at is null and expires_at > ? as alive"
            + " from session_of_family(?)",
        FOUND,
        clock.instant(),
        token.familyFingerprint());
  }

  private static final RowMapper<Found> FOUND =
      row ->
          new Found(
              row.longValue("id"),
              row.longValue("user_id"),
              row.string("token"),
              row.bool("alive"));

  /**
   * The living sessions of an account, the last used first; never more than {@link
   * #MAX_PER_ACCOUNT}.
   */
  List<SessionView> living(long userId, @Nullable String currentSid) {
    return sql.list(
        "select id, token, host(ip_address) as ip, user_agent, created_at, last_activity_at,"
            + " expires_at, tasklist from user_sessions where user_id = ? and"
            + " revoked_at is null and expires_at > ? order by last_activity_at desc, id desc limit"
            + " ?",
        row ->
            new SessionView(
                row.longValue("id"),
                row.stringOrNull("ip"),
                row.stringOrNull("user_agent"),
                row.instant("created_at"),
                row.instant("last_activity_at"),
                row.instant("expires_at"),
                row.bool("tasklist"),
                row.string("token").equals(currentSid)),
        userId,
        clock.instant(),
        MAX_PER_ACCOUNT);
  }

  /** True where the account was used from this address within the last ninety days. */
  boolean usedFrom(long userId, String ip) {
    return sql.one(
        "select exists (select 1 from user_sessions where user_id = ? and ip_address = ?::inet"
            + " and created_at > ?) as used",
        row -> row.bool("used"),
        userId,
        ip,
        clock.instant().minus(REMEMBERED));
  }

  /** Ends one session of an account; false where there is no such living one. */
  boolean endOne(long userId, long id, String reason) {
    return end("user_id = ? and id = ?", reason, userId, id) > 0;
  }

  boolean endBySid(long userId, String sid, String reason) {
    return end("user_id = ? and token = ?", reason, userId, sid) > 0;
  }

  int endOthers(long userId, String keptSid, String reason) {
    return end("user_id = ? and token <> ?", reason, userId, keptSid);
  }

  int endAll(long userId, String reason) {
    return end("user_id = ?", reason, userId);
  }

  /** Ends all sessions since the account may not be used any more. */
  int endForSuspension(long userId) {
    return end("user_id = ?", SUSPENDED, userId);
  }

  /**
   * Deletes what ended more than ninety days ago; until then it tells where an account was used.
   */
  int forgetEnded() {
    Instant before = clock.instant().minus(REMEMBERED);
    return sql.update(
        "delete from user_sessions where expires_at < ? or revoked_at < ?", before, before);
  }

  private static final String SUSPENDED = "account_suspended";

  private int end(String which, String reason, Object... parameters) {
    Object[] all = new Object[parameters.length + 2];
    all[0] = clock.instant();
    all[1] = reason;
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    List<String> sids =
        sql.list(
            "update user_sessions set revoked_at = ?, revoked_reason = ? where revoked_at is null"
                + " and "
                + which
                + " returning token",
            row -> row.string("token"),
            all);
    if (!sids.isEmpty()) {
      ended.fire(new SessionsEnded(sids, reason.equals(SUSPENDED)));
    }
    return sids.size();
  }

  private static @Nullable String shortened(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= MAX_USER_AGENT
        ? userAgent
        : userAgent.substring(0, MAX_USER_AGENT);
  }
}
