package uz.gogomarket.web.rest.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.payments.PaymentDesk;
import uz.gogomarket.payments.PaymentView;

/** A buyer's payments. */
@Path("payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentsResource {

  @Inject PaymentDesk payments;

  @GET
  @Path("{id}")
  @Operation(
      summary = "Read one of my payments",
      description = "With the refunds that were made of it; guests send their X-Guest-Token.")
  public PaymentView get(@PathParam("id") long id) {
    return payments.mine(id);
  }
}
