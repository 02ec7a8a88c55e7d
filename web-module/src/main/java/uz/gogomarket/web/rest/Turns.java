package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.RequestBudgets;

/**
 * Lets accounts and guests in turn by turn, and strangers by the address from which they come;
 * {@link RequestScope} lets them out.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 200)
public class Turns implements ContainerRequestFilter {

  @Inject ClientBulkhead bulkhead;
  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    Actor actor = actors.current();
    bulkhead.enter(actor.kind() == Actor.Kind.ANONYMOUS ? RequestBudgets.address() : actor.name());
  }
}
