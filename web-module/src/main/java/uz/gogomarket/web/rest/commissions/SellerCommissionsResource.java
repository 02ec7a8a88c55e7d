package uz.gogomarket.web.rest.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.commissions.CommissionStatus;
import uz.gogomarket.commissions.CommissionView;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** What a seller pays the platform. */
@Path("seller/commissions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seller: money")
public class SellerCommissionsResource {

  @Inject CommissionService commissions;

  @GET
  @Operation(summary = "List my commissions", description = "One per sold item, the newest first.")
  public Page<CommissionView> list(
      @QueryParam("status")
          @Parameter(description = "Only those in this status", example = "pending")
          @Nullable CommissionStatus status,
      @BeanParam Paging paging) {
    return commissions.mine(status, paging.request());
  }
}
