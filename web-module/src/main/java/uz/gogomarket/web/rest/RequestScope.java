package uz.gogomarket.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TrustedProxies;

/**
 * Stands around every request: gives it an id, remembers where it comes from, and leaves nothing of
 * it on the thread.
 */
public class RequestScope implements Filter {

  static final String REQUEST_ID = "X-Request-Id";

  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final Set<String> LOCALES = Set.of("uz", "ru", "en");
  private static final int MAX_USER_AGENT = 500;

  @Inject Actors actors;
  @Inject ClientBulkhead bulkhead;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @Override
  public void init(FilterConfig config) {
    proxies = TrustedProxies.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String id = id(http);
    ((HttpServletResponse) response).setHeader(REQUEST_ID, id);
    RequestInfo.enter(
        new RequestInfo(
            id,
            proxies.origin(http).address(),
            shortened(http.getHeader("User-Agent")),
            locale(http)));
    try {
      chain.doFilter(request, response);
    } finally {
      bulkhead.leave();
      RequestInfo.leave();
      Exchange.leave();
      actors.leave();
    }
  }

  /** The client's own where it is a good one; the error page's is that of the request before it. */
  private static String id(HttpServletRequest request) {
    if (request.getAttribute(REQUEST_ID) instanceof String known) {
      return known;
    }
    String given = request.getHeader(REQUEST_ID);
    String id =
        given != null && GOOD_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    request.setAttribute(REQUEST_ID, id);
    return id;
  }

  private static @Nullable String shortened(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= MAX_USER_AGENT
        ? userAgent
        : userAgent.substring(0, MAX_USER_AGENT);
  }

  /** The first of our languages that the client accepts; Uzbek where it names none. */
  private static String locale(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return "uz";
    }
    return java.util.Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(LOCALES::contains)
        .findFirst()
        .map(Objects::requireNonNull)
        .orElse("uz");
  }
}
