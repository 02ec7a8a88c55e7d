package uz.gogomarket.web.rest.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.orders.CheckoutService;
import uz.gogomarket.orders.CheckoutView;
import uz.gogomarket.orders.RecordPayment;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;

/** Bank transfers that accounting finds for checkouts. */
@Path("admin/checkouts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounting")
public class AdminCheckoutsResource {

  @Inject CheckoutService checkouts;
  @Inject Idempotent idempotent;

  @POST
  @Path("{number}/payments")
  @Operation(
      summary = "Record the bank transfer of a checkout",
      description =
          "The amount must be what its orders cost that stand. 409 `not_awaiting_payment` once it is paid or"
              + " expired, `already_paid` where the reference was booked before, `own_money`"
              + " where one buys or sells here oneself.")
  public CheckoutView record(
      @PathParam("number") String number, @BeanParam IdempotencyKey key, RecordPayment payment) {
    return idempotent.once(key, () -> checkouts.recordPayment(number, payment));
  }
}
