package uz.gogomarket.web.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;

/**
 * Outside of the services there are only pages: they are read, and say so to whoever tries else.
 */
public class ReadOnlyPages implements Filter {

  private static final List<String> SERVICES = List.of("/api/", "/ws/");
  private static final List<String> READING = List.of("GET", "HEAD");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (READING.contains(http.getMethod())
        || SERVICES.stream().anyMatch(http.getRequestURI()::startsWith)) {
      chain.doFilter(request, response);
    } else {
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setHeader(HttpHeaders.ALLOW, String.join(", ", READING));
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }
}
