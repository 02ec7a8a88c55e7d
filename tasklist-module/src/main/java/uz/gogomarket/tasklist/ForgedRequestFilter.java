package uz.gogomarket.tasklist;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site's page makes a browser send. Who is logged in has to send the token of
 * the session along; a log-in, which has none yet, has to come from our own page. Takes the place
 * of the web applications' own filter, which makes an HTTP session for whoever passes by.
 */
public class ForgedRequestFilter implements Filter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BASE_URL = "gogomarket.base-url";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String cookie = SessionFilter.of(request).isPresent() ? SessionCookie.of(http) : null;
    if (HARMLESS.contains(http.getMethod())) {
      if (cookie != null && !isToken(cookie, SessionCookie.tokenOf(http))) {
        SessionCookie.giveToken(answer, cookie);
      }
    } else if (cookie != null && !isToken(cookie, http.getHeader(SessionCookie.TOKEN_HEADER))) {
      answer.setHeader(SessionCookie.TOKEN_HEADER, "Required");
      Answer.refusal(
          answer, 403, "token_required", "Send the token of this session: load the page again.");
      return;
    } else if (!isFromHere(http)) {
      Answer.refusal(answer, 403, "another_site", "This was sent from a page of another site.");
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isToken(String cookie, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            SessionCookie.token(cookie).getBytes(StandardCharsets.UTF_8),
            given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Browsers say which site a request comes from; old ones, and new ones without TLS, at least from
   * which address. What is no browser says neither, and has no cookies of anybody's to misuse.
   */
  private static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null
        || origin.endsWith("://" + request.getHeader("Host"))
        || baseOrigin().filter(origin::equals).isPresent();
  }

  private static Optional<String> baseOrigin() {
    return ConfigProvider.getConfig()
        .getOptionalValue(BASE_URL, String.class)
        .map(URI::create)
        .map(base -> base.getScheme() + "://" + base.getAuthority());
  }
}
