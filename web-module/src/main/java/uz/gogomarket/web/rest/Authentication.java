package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.TokenService;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Finds out who calls: an account by its bearer token, a guest by {@code X-Guest-Token}, or nobody.
 * What they may do is the services' affair.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {

  static final String GUEST_TOKEN = "X-Guest-Token";

  private static final String BEARER = "bearer ";

  @Inject TokenService tokens;
  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    String guestToken = request.getHeaderString(GUEST_TOKEN);
    if (authorization != null) {
      actors.enter(tokens.authenticate(bearer(authorization)));
    } else if (guestToken != null) {
      actors.enter(tokens.guest(guestToken));
    }
  }

  private static String bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new Unauthenticated("invalid_token", "Send Authorization: Bearer and an access token.");
    }
    return authorization.substring(BEARER.length()).strip();
  }
}
