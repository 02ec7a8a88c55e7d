package uz.gogomarket.web.rest;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import uz.gogomarket.platform.RequestBudgets;

/**
 * Spends the budget of the address before anything else is done for a request, whatever it asks
 * for: reading its body, verifying a token, looking for a guest. So made-up tokens are no way
 * around it, and neither are new guests.
 */
public class AddressLimits implements Filter {

  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<ConsumptionProbe> probe =
        RequestBudgets.shared().spendOfAddress((HttpServletRequest) request);
    if (probe.isPresent() && !probe.get().isConsumed()) {
      HttpServletResponse answer = (HttpServletResponse) response;
      RequestBudgets.shared().headers(probe.get()).forEach(answer::setHeader);
      answer.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(RequestBudgets.secondsToWait(probe.get())));
      answer.sendError(TOO_MANY_REQUESTS);
      return;
    }
    probe.ifPresent(left -> request.setAttribute(RequestBudgets.PROBE, left));
    chain.doFilter(request, response);
  }
}
