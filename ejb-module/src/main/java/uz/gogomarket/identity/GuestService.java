package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/** Guests: visitors without an account who have a cart and may order by e-mail. */
@Stateless
public class GuestService {

  static final Duration LIFETIME = Duration.ofDays(30);

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Clock clock;

  /** Opens a guest session for thirty days. */
  @AllowAnyone
  public GuestToken open() {
    String token = RandomTokens.ofBits(256);
    Instant expiresAt = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    actors.runAsSystem(
        "guest-opening",
        () ->
            sql.update(
                "insert into guest_sessions (token, expires_at) values (?, ?)",
                RandomTokens.fingerprint(token),
                expiresAt));
    return new GuestToken(token, expiresAt);
  }

  /** The living guest session that a token opens. */
  @AllowAnyone
  public Optional<GuestSession> find(String token) {
    return actors.runAsSystem(
        "guest-entry",
        () ->
            sql.first(
                "select id, expires_at from guest_sessions where token = ? and expires_at > ?",
                row -> new GuestSession(row.longValue("id"), row.instant("expires_at")),
                RandomTokens.fingerprint(token),
                clock.instant()));
  }

  /**
   * Forgets guests who never became anything, with the carts that were given up; any other cart, or
   * an order, keeps the session.
   */
  @Internal
  public int forgetExpired() {
    return sql.update(
        "delete from guest_sessions g where expires_at < ? and user_id is null"
            + " and not exists (select 1 from carts c where c.guest_session_id = g.id and c.status <> 'abandoned')"
            + " and not exists (select 1 from orders o where o.guest_session_id = g.id)"
            + " and not exists (select 1 from checkouts k where k.guest_session_id = g.id)",
        clock.instant());
  }

  /** A guest session and when it ends. */
  public record GuestSession(long id, Instant expiresAt) {}
}
