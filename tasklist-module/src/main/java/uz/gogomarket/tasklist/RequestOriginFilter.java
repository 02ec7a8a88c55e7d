package uz.gogomarket.tasklist;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Origin;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TrustedProxies;

/**
 * Remembers where a request comes from, for the log-in budget, audit rows and log lines. Cookies
 * for who came over TLS go back over TLS only.
 */
public class RequestOriginFilter implements Filter {

  private static final int MAX_USER_AGENT = 500;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @Override
  public void init(FilterConfig config) {
    proxies = TrustedProxies.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Origin origin = proxies.origin(http);
    String userAgent = shortened(http.getHeader("User-Agent"));
    RequestInfo.enter(
        new RequestInfo(UUID.randomUUID().toString(), origin.address(), userAgent, "en"));
    try {
      chain.doFilter(
          request, origin.secure() ? new SecureCookies((HttpServletResponse) response) : response);
    } finally {
      RequestInfo.leave();
    }
  }

  private static @Nullable String shortened(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= MAX_USER_AGENT
        ? userAgent
        : userAgent.substring(0, MAX_USER_AGENT);
  }
}
