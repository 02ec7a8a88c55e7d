package uz.gogomarket.web.rest.catalog;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets clients and proxies keep the pictures that the marketplace serves itself; their {@code ETag}
 * is the server's own.
 */
@WebFilter("/media/*")
public class PictureCaching extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String A_DAY = "public, max-age=86400";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", A_DAY);
    // A picture needs nothing else, should somebody open a drawing as a page of its own.
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    chain.doFilter(request, response);
  }
}
