package uz.gogomarket.web.rest.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.dispatch.Tracking;
import uz.gogomarket.dispatch.TrackingService;
import uz.gogomarket.orders.CancelOrder;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderSummary;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** What one bought, with an account or as a guest. */
@Path("orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "guest")
@Tag(name = "My orders")
public class OrdersResource {

  @Inject OrderService orders;
  @Inject TrackingService tracking;
  @Inject Idempotent idempotent;

  @GET
  @Operation(summary = "List my orders", description = "Newest first.")
  public Page<OrderSummary> list(@BeanParam OrderList list, @BeanParam Paging paging) {
    return orders.bought(list.search(), paging.request());
  }

  @GET
  @Path("{number}")
  @Operation(
      summary = "Read one of my orders",
      description = "`deliveryCode` is what the courier asks for at the door.")
  public OrderDetail get(@PathParam("number") String number) {
    return orders.boughtOrder(number);
  }

  @GET
  @Path("{number}/history")
  @Operation(summary = "Read how one of my orders came to be what it is")
  public OrderList.OrderHistory history(@PathParam("number") String number) {
    return new OrderList.OrderHistory(orders.boughtHistory(number));
  }

  @GET
  @Path("{number}/tracking")
  @Operation(summary = "Follow one of my orders on its way")
  public Tracking track(@PathParam("number") String number) {
    return tracking.track(number);
  }

  @POST
  @Path("{number}/cancel")
  @Operation(
      summary = "Cancel one of my orders",
      description =
          "Until the courier has picked it up; stock and money go back. 409 `order_status` after"
              + " that, `dispute_open` while a dispute over it lasts.")
  public OrderDetail cancel(
      @PathParam("number") String number, @BeanParam IdempotencyKey key, CancelOrder command) {
    return idempotent.once(key, () -> orders.cancelBought(number, command));
  }
}
