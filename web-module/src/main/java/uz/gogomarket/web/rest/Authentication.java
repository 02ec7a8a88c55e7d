package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.TokenService;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Finds out who calls: an account by its bearer token, a guest by {@code X-Guest-Token}, or nobody.
 * What they may do is the services' affair. A token that is shown must be valid, except where one
 * comes to get a new one.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Authentication implements ContainerRequestFilter {

  static final String GUEST_TOKEN = "X-Guest-Token";

  private static final String BEARER = "bearer ";

  private static final Set<String> ENTRANCES =
      Set.of("auth/register", "auth/login", "auth/refresh", "guests");

  @Inject TokenService tokens;
  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    String guestToken = request.getHeaderString(GUEST_TOKEN);
    boolean entrance = ENTRANCES.contains(request.getUriInfo().getPath());
    if (authorization != null && !entrance) {
      actors.enter(tokens.authenticate(bearer(authorization)));
    } else if (guestToken != null) {
      enterAsGuest(guestToken, entrance);
    }
  }

  private void enterAsGuest(String guestToken, boolean entrance) {
    try {
      actors.enter(tokens.guest(guestToken));
    } catch (Unauthenticated unknown) {
      if (!entrance) {
        throw unknown;
      }
    }
  }

  private static String bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new Unauthenticated("invalid_token", "Send Authorization: Bearer and an access token.");
    }
    return authorization.substring(BEARER.length()).strip();
  }
}
