package uz.gogomarket.web.soap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import uz.gogomarket.platform.TooManyRequests;

/**
 * Stands before the page of errors: a partner's program whose address has used up its budget came
 * no further than that, and is told so by a fault, which is all that it understands.
 */
public class RefusedBefore implements Filter {

  private static final Integer TOO_MANY_REQUESTS = 429;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<SoapVersion> caller = caller((HttpServletRequest) request);
    if (caller.isPresent()
        && TOO_MANY_REQUESTS.equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))) {
      Duration wait = Duration.ofSeconds(Long.parseLong(answer.getHeader("Retry-After")));
      FaultAnswer.write(new TooManyRequests(wait), caller.get(), answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<SoapVersion> caller(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return request.getMethod().equals("POST") && String.valueOf(asked).startsWith("/ws/")
        ? SoapVersion.ofContent(request.getContentType())
        : Optional.empty();
  }
}
