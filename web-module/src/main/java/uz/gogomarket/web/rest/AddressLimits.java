package uz.gogomarket.web.rest;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import uz.gogomarket.platform.Budgets;

/**
 * Spends the budget of the address before anything else is done for a request: reading its body,
 * verifying a token, looking for a guest. So made-up tokens are no way around it, and neither are
 * new guests.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class AddressLimits implements ContainerRequestFilter {

  @Inject RequestBudgets budgets;

  @Override
  public void filter(ContainerRequestContext request) {
    if (budgets.areOff()) {
      return;
    }
    ConsumptionProbe probe = budgets.spendOfAddress();
    request.setProperty(RequestBudgets.PROBE, probe);
    Budgets.require(probe);
  }
}
