package uz.gogomarket.web.rest;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Budgets;
import uz.gogomarket.platform.RequestBudgets;

/**
 * An account that has shown its token spends a budget of its own, and its address gets back what
 * {@link AddressLimits} took; everybody else stays at the address's cost. Says in {@code RateLimit}
 * how much is left (draft-ietf-httpapi-ratelimit-headers).
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
public class RateLimits implements ContainerRequestFilter, ContainerResponseFilter {

  private final RequestBudgets budgets = RequestBudgets.shared();

  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    Actor actor = actors.current();
    if (budgets.areOff() || actor.kind() != Actor.Kind.USER) {
      return;
    }
    budgets.giveBackToAddress();
    ConsumptionProbe probe = budgets.spend(actor.name());
    request.setProperty(RequestBudgets.PROBE, probe);
    Budgets.require(probe);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(RequestBudgets.PROBE) instanceof ConsumptionProbe probe) {
      budgets.headers(probe).forEach(response.getHeaders()::putSingle);
    }
  }
}
