package uz.gogomarket.web.health;

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
import uz.gogomarket.platform.Gauges;
import uz.gogomarket.platform.TrustedProxies;

/** Stands before what only programs on this machine are to see; for all others it is not there. */
public class LocalOnly implements Filter {

  @Inject Gauges gauges;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @Override
  public void init(FilterConfig config) {
    proxies = TrustedProxies.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (proxies.origin((HttpServletRequest) request).local()) {
      gauges.publish();
      ((HttpServletResponse) response).setHeader("Cache-Control", "no-store");
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
