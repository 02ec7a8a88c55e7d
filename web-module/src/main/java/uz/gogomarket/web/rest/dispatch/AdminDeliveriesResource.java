package uz.gogomarket.web.rest.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.dispatch.AssignCourier;
import uz.gogomarket.dispatch.DeliveryView;
import uz.gogomarket.dispatch.DispatchService;
import uz.gogomarket.dispatch.FailDelivery;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** Who brings what, said by admins. */
@Path("admin/deliveries")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: delivery")
public class AdminDeliveriesResource {

  @Inject DispatchService dispatch;

  @GET
  @Operation(
      summary = "List the orders that wait for a courier",
      description = "Newest first; with `assigned=true` also those that have one.")
  public Page<DeliveryView> list(
      @QueryParam("assigned") @DefaultValue("false") @Parameter(example = "false") Boolean assigned,
      @BeanParam Paging paging) {
    return dispatch.ready(!assigned, paging.request());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Read any delivery")
  public DeliveryView get(@PathParam("number") String number) {
    return dispatch.get(number);
  }

  @POST
  @Path("{number}/assign")
  @Operation(
      summary = "Assign a courier to an order that is ready",
      description =
          "Before the pick-up another courier can take his place. 422 `not_a_courier`, 409"
              + " `order_status`, `own_money` for oneself and for what one bought or sold.")
  public DeliveryView assign(@PathParam("number") String number, AssignCourier command) {
    return dispatch.assign(number, command);
  }

  @POST
  @Path("{number}/fail")
  @Operation(
      summary = "Call a delivery back from its courier",
      description =
          "For a courier who has the parcel and is not heard of any more. It counts as a failed"
              + " attempt: the order waits for the next one, by him or another, and can be"
              + " cancelled again; it is cancelled at once where the buyer has got all the money"
              + " back. 409 `order_status` unless it is with a courier, `own_money` where one has a"
              + " part in it.")
  public DeliveryView fail(@PathParam("number") String number, FailDelivery failure) {
    return dispatch.fail(number, failure);
  }
}
