package uz.gogomarket.web.rest.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.dispatch.CashHandIn;
import uz.gogomarket.dispatch.DeliveryView;
import uz.gogomarket.dispatch.DoorCashService;
import uz.gogomarket.dispatch.HandInCash;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** Cash from doors, on its way to the till. */
@Path("admin/cash-hand-ins")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounting")
public class CashResource {

  @Inject DoorCashService cash;
  @Inject Idempotent idempotent;

  @GET
  @Path("outstanding")
  @Operation(
      summary = "List the delivered orders whose cash is still with couriers",
      description = "Newest first.")
  public Page<DeliveryView> outstanding(
      @QueryParam("courierId") @Nullable Long courierId, @BeanParam Paging paging) {
    return cash.outstanding(courierId, paging.request());
  }

  @POST
  @Operation(
      summary = "Book the cash that a courier hands in",
      description =
          "All the orders or none; the amount must be what they cost together. From now on it is"
              + " in escrow. 409 `own_money` where one carried it or has a part in an order.")
  public CashHandIn handIn(@BeanParam IdempotencyKey key, HandInCash command) {
    return idempotent.once(key, () -> cash.handIn(command));
  }
}
