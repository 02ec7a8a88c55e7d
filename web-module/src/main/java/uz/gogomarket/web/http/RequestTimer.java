package uz.gogomarket.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Takes the time of every request. */
public class RequestTimer implements Filter {

  @Inject RequestMeters meters;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      meters.answered(request.getAttribute(RequestMeters.OPERATION), System.nanoTime() - start);
    }
  }
}
