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
import uz.gogomarket.platform.RequestBudgets;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TooManyRequests;
import uz.gogomarket.platform.TrustedProxies;

/**
 * Remembers where a request comes from, for the log-in budget, audit rows and log lines, and spends
 * the budget of its address. Cookies for who came over TLS go back over TLS only.
 */
public class RequestOriginFilter implements Filter {

  private static final int MAX_USER_AGENT = 500;
  private static final int TOO_MANY_REQUESTS = 429;

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
      RequestBudgets.shared().requireOfAddress(http);
      chain.doFilter(
          request, origin.secure() ? new SecureCookies((HttpServletResponse) response) : response);
    } catch (TooManyRequests refusal) {
      refuse(refusal, (HttpServletResponse) response);
    } finally {
      RequestInfo.leave();
    }
  }

  private static void refuse(TooManyRequests refusal, HttpServletResponse response)
      throws IOException {
    response.setStatus(TOO_MANY_REQUESTS);
    response.setHeader("Retry-After", Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
    response.setContentType("text/plain");
    response.getWriter().println(refusal.getMessage());
  }

  private static @Nullable String shortened(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= MAX_USER_AGENT
        ? userAgent
        : userAgent.substring(0, MAX_USER_AGENT);
  }
}
