package uz.gogomarket.web.rest.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.dispatch.CompleteDelivery;
import uz.gogomarket.dispatch.DeliveryService;
import uz.gogomarket.dispatch.DeliveryView;
import uz.gogomarket.dispatch.FailDelivery;
import uz.gogomarket.dispatch.ReportPosition;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** What a courier has to bring. */
@Path("courier/deliveries")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courier")
public class CourierDeliveriesResource {

  @Inject DeliveryService deliveries;
  @Inject Idempotent idempotent;

  /**
   * What became of a reported position.
   *
   * @param stored false where it was too near the last one, in time and place
   */
  public record PositionTaken(boolean stored) {}

  @GET
  @Operation(summary = "List my deliveries", description = "Newest first.")
  public Page<DeliveryView> list(
      @QueryParam("status") @Parameter(example = "ready_for_pickup") @Nullable OrderStatus status,
      @BeanParam Paging paging) {
    return deliveries.mine(status, paging.request());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Read one of my deliveries")
  public DeliveryView get(@PathParam("number") String number) {
    return deliveries.get(number);
  }

  @POST
  @Path("{number}/pick-up")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Say that I have the parcel",
      description =
          "409 `order_status`; `order_refunded` where the buyer has got all the money back since.")
  public DeliveryView pickUp(@PathParam("number") String number) {
    return deliveries.pickUp(number);
  }

  @POST
  @Path("{number}/position")
  @Operation(
      summary = "Say where I am",
      description =
          "As often as you like: at most one position every 15 s or 50 m is kept. The first one"
              + " after the pick-up says that you are on your way.")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "here",
                      value = "{\"position\": {\"latitude\": 41.2756, \"longitude\": 69.2034}}")))
  public PositionTaken report(@PathParam("number") String number, ReportPosition report) {
    return new PositionTaken(deliveries.report(number, report));
  }

  @POST
  @Path("{number}/fail")
  @Operation(
      summary = "Say that nobody took it",
      description =
          "The order waits for the next attempt; it is cancelled where the buyer has got all the"
              + " money back since. 409 `order_status`.")
  public DeliveryView fail(@PathParam("number") String number, FailDelivery failure) {
    return deliveries.fail(number, failure);
  }

  @POST
  @Path("{number}/deliver")
  @Operation(
      summary = "Hand it over against the buyer's code",
      description =
          "With cash on delivery you owe the cash from now on. 422 `wrong_delivery_code`; after"
              + " five wrong ones 429 `delivery_code_locked` for 15 minutes.")
  @RequestBody(
      content =
          @Content(
              examples = @ExampleObject(name = "at the door", value = "{\"code\": \"042317\"}")))
  public DeliveryView deliver(
      @PathParam("number") String number,
      @BeanParam IdempotencyKey key,
      CompleteDelivery completion) {
    return idempotent.once(key, () -> deliveries.deliver(number, completion));
  }
}
