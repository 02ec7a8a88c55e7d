package uz.gogomarket.web.rest.identity;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.VerificationService;
import uz.gogomarket.identity.WaitingRole;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** The queue of those who ask to sell or deliver. */
@Path("admin/role-requests")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounts")
public class RoleRequestsResource {

  @Inject VerificationService verification;

  @GET
  @Operation(summary = "List the requests for roles that wait", description = "The oldest first.")
  public Page<WaitingRole> waiting(
      @QueryParam("role") @Parameter(example = "seller") @Nullable UserRole role,
      @BeanParam Paging paging) {
    return verification.waiting(role, paging.request());
  }

  @POST
  @Path("{userId}/{role}/approve")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Approve a request for a role",
      description = "The role is in the account's tokens after the next refresh.")
  public void approve(
      @Parameter(example = "17") @PathParam("userId") long userId,
      @Parameter(example = "seller") @PathParam("role") UserRole role) {
    verification.approve(userId, role);
  }

  @POST
  @Path("{userId}/{role}/reject")
  @Operation(summary = "Turn a request for a role down", description = "It can be made again.")
  public void reject(
      @Parameter(example = "17") @PathParam("userId") long userId,
      @Parameter(example = "seller") @PathParam("role") UserRole role,
      AdminUsersResource.Reason reason) {
    verification.reject(userId, role, reason.reason());
  }

  @POST
  @Path("{userId}/{role}/withdraw")
  @Operation(
      summary = "Take a role away that was granted",
      description = "The account's sessions end at once; the role can be asked for again.")
  public void withdraw(
      @Parameter(example = "17") @PathParam("userId") long userId,
      @Parameter(example = "seller") @PathParam("role") UserRole role,
      AdminUsersResource.Reason reason) {
    verification.withdraw(userId, role, reason.reason());
  }
}
