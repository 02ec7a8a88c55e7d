package uz.gogomarket.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Tells the doors whose token they were shown. It stands before every request, so it is no EJB: a
 * token that is known costs no transaction.
 */
@ApplicationScoped
public class TokenService {

  private static final Pattern GUEST_TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Cache<String, GuestService.GuestSession> guests =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  @Inject AccessTokens tokens;
  @Inject SigningKeys keys;
  @Inject GuestService guestService;
  @Inject Clock clock;

  /**
   * Who an access token speaks for.
   *
   * @param bearer what stands behind {@code Bearer} in the Authorization header
   * @throws Unauthenticated {@code invalid_token}, {@code token_expired} or {@code session_ended}
   */
  public Actor authenticate(String bearer) {
    return tokens.verify(bearer);
  }

  /**
   * The guest that a guest token stands for.
   *
   * @param guestToken the {@code X-Guest-Token} header
   * @throws Unauthenticated {@code invalid_guest_token}
   */
  public Actor guest(String guestToken) {
    if (!GUEST_TOKEN.matcher(guestToken).matches()) {
      throw unknownGuest();
    }
    GuestService.GuestSession session = guests.getIfPresent(guestToken);
    if (session == null) {
      session = guestService.find(guestToken).orElseThrow(TokenService::unknownGuest);
      guests.put(guestToken, session);
    }
    if (!clock.instant().isBefore(session.expiresAt())) {
      throw unknownGuest();
    }
    return Actor.guest(session.id());
  }

  /** The public parts of the signing keys as a JWK set (RFC 7517). */
  public String jwks() {
    return keys.publicSet();
  }

  private static Unauthenticated unknownGuest() {
    return new Unauthenticated(
        "invalid_guest_token", "This guest token is not valid. Open a new guest session.");
  }
}
