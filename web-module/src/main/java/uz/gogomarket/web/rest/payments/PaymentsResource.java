package uz.gogomarket.web.rest.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.PaymentDesk;
import uz.gogomarket.payments.PaymentView;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** A buyer's payments. */
@Path("payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "guest")
@Tag(name = "Payments")
public class PaymentsResource {

  @Inject PaymentDesk payments;

  @GET
  @Operation(
      summary = "List my payments",
      description = "The newest first, with their refunds; guests send their X-Guest-Token.")
  public Page<PaymentView> list(
      @QueryParam("checkout")
          @Parameter(
              description = "Only those of one checkout",
              example = "CH00000001",
              schema = @Schema(pattern = "^CH[0-9]{8,}$"))
          @Nullable String checkout,
      @BeanParam Paging paging) {
    return payments.mine(checkout, paging.request());
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Read one of my payments",
      description = "With the refunds that were made of it; guests send their X-Guest-Token.")
  public PaymentView get(@PathParam("id") long id) {
    return payments.mine(id);
  }
}
