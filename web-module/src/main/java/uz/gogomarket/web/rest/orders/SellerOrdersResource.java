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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.orders.CancelOrder;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderSummary;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** What a seller has to send. */
@Path("seller/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seller: orders")
public class SellerOrdersResource {

  @Inject OrderService orders;
  @Inject Idempotent idempotent;

  @GET
  @Operation(summary = "List the orders that I got", description = "Newest first.")
  public Page<OrderSummary> list(@BeanParam OrderList list, @BeanParam Paging paging) {
    return orders.sold(list.search(), paging.request());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Read an order that I got")
  public OrderDetail get(@PathParam("number") String number) {
    return orders.soldOrder(number);
  }

  @GET
  @Path("{number}/history")
  @Operation(summary = "Read how an order that I got came to be what it is")
  public OrderList.OrderHistory history(@PathParam("number") String number) {
    return new OrderList.OrderHistory(orders.soldHistory(number));
  }

  @POST
  @Path("{number}/confirm")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Take an order on",
      description = "Only what is paid or cash on delivery; 409 `not_paid` or `order_status`.")
  public OrderDetail confirm(@PathParam("number") String number) {
    return orders.confirm(number);
  }

  @POST
  @Path("{number}/start")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Begin to pack an order")
  public OrderDetail start(@PathParam("number") String number) {
    return orders.startProcessing(number);
  }

  @POST
  @Path("{number}/ready")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Say that the parcel waits for the courier",
      description = "What needs no courier is handed over at once.")
  public OrderDetail ready(@PathParam("number") String number) {
    return orders.readyForPickup(number);
  }

  @POST
  @Path("{number}/cancel")
  @Operation(
      summary = "Cancel an order that I cannot send",
      description =
          "Stock and money go back. 409 `order_status` after the pick-up, `dispute_open` while a"
              + " dispute over it lasts.")
  public OrderDetail cancel(
      @PathParam("number") String number, @BeanParam IdempotencyKey key, CancelOrder command) {
    return idempotent.once(key, () -> orders.cancelSold(number, command));
  }
}
