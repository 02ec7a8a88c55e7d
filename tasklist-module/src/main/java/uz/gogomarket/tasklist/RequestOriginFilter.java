package uz.gogomarket.tasklist;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.RequestInfo;

/** Remembers where a request comes from, for the log-in budget, audit rows and log lines. */
public class RequestOriginFilter implements Filter {

  private static final int MAX_USER_AGENT = 500;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String userAgent = shortened(((HttpServletRequest) request).getHeader("User-Agent"));
    RequestInfo.enter(
        new RequestInfo(UUID.randomUUID().toString(), request.getRemoteAddr(), userAgent, "en"));
    try {
      chain.doFilter(request, response);
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
