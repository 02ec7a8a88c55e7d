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
import uz.gogomarket.platform.SecurityHeaders;

/**
 * Gives every answer what browsers need to be told, also where none of the web applications' own
 * filters is reached. Their pages come with a policy of their own, which takes the place of ours.
 * Nobody keeps pages and data, only scripts and styles.
 */
public class AnswerHeadersFilter implements Filter {

  private SecurityHeaders headers = SecurityHeaders.configured();

  @Override
  public void init(FilterConfig config) {
    headers = SecurityHeaders.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    headers.write(http, (HttpServletResponse) response);
    if (http.getServletPath().startsWith("/api/") || http.getRequestURI().endsWith("/")) {
      ((HttpServletResponse) response).setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
