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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.CancelOrder;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.orders.OrderSearch;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderSummary;
import uz.gogomarket.orders.RecordRefund;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** All orders, for those who look after them. */
@Path("admin/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: orders")
public class AdminOrdersResource {

  @Inject OrderService orders;
  @Inject Idempotent idempotent;

  @GET
  @Operation(summary = "List orders", description = "Newest first.")
  public Page<OrderSummary> list(
      @BeanParam OrderList list,
      @QueryParam("buyerId") @Nullable Long buyerId,
      @QueryParam("sellerId") @Nullable Long sellerId,
      @BeanParam Paging paging) {
    OrderSearch search = new OrderSearch(list.status, buyerId, sellerId);
    return orders.all(search, paging.request());
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Read any order")
  public OrderDetail get(@PathParam("number") String number) {
    return orders.anyOrder(number);
  }

  @GET
  @Path("{number}/history")
  @Operation(summary = "Read how any order came to be what it is")
  public OrderList.OrderHistory history(@PathParam("number") String number) {
    return new OrderList.OrderHistory(orders.anyHistory(number));
  }

  @POST
  @Path("{number}/cancel")
  @Operation(
      summary = "Cancel any order before its pick-up",
      description = "Stock and money go back. 409 `order_status`, `dispute_open`, `own_money`.")
  public OrderDetail cancel(
      @PathParam("number") String number, @BeanParam IdempotencyKey key, CancelOrder command) {
    return idempotent.once(key, () -> orders.cancelAny(number, command));
  }

  @POST
  @Path("{number}/refunds")
  @Tag(name = "Admin: accounting")
  @Operation(
      summary = "Give money of an order back",
      description =
          "Before the seller is paid or after it: then everybody gives back what he got too much."
              + " `pending` is what waits for the courier's cash, or for a transfer to a guest. All"
              + " the money back ends the order. 409 `dispute_open` while a dispute decides,"
              + " `not_paid`, `already_refunded`, `own_money` where one has a part in it; 422"
              + " `refund_out_of_range` for more than is left.")
  public Created<RefundResult> refund(
      @PathParam("number") String number,
      @BeanParam IdempotencyKey key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = RecordRefund.class),
                      examples =
                          @ExampleObject(
                              name = "a part",
                              value =
                                  "{\"amount\": {\"amount\": \"15000.00\", \"currency\": \"UZS\"},"
                                      + " \"reason\": \"One cup was cracked\"}")))
          RecordRefund command) {
    return idempotent.once(
        key,
        () ->
            Created.of(
                orders.refund(number, command), made -> "/admin/refunds/" + made.refundId()));
  }
}
