package uz.gogomarket.web.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.AccountView;
import uz.gogomarket.identity.ChangePassword;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.RoleRequestView;
import uz.gogomarket.identity.UpdateProfile;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;

/** One's own account. */
@Path("me")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
public class MeResource {

  @Inject IdentityService identity;

  /** Asks for a role. */
  public record RoleRequest(
      @NotNull @Schema(example = "seller") UserRole role,
      @Size(max = 1000) @Schema(example = "Tea and dried fruit from Samarkand, STIR 301234567")
          @Nullable String note) {}

  /** One's roles and requests. */
  public record RoleList(List<RoleRequestView> items) {}

  @GET
  @Operation(summary = "Read my profile")
  public AccountView read() {
    return identity.me();
  }

  @PATCH
  @Operation(
      summary = "Change my profile",
      description = "What is absent stays; an empty text removes an optional value.")
  public AccountView update(@BeanParam IfMatch read, UpdateProfile changes) {
    return identity.update(changes, read.version());
  }

  @POST
  @Path("password")
  @Operation(
      summary = "Change my password",
      description = "Asks for the current one, and ends my other sessions.")
  public void changePassword(ChangePassword passwords) {
    identity.changePassword(passwords);
  }

  @GET
  @Path("sessions")
  @Operation(summary = "List my sessions", description = "The last used first, at most 50.")
  public AdminUsersResource.SessionList sessions() {
    return new AdminUsersResource.SessionList(identity.sessions());
  }

  @DELETE
  @Path("sessions/{id}")
  @Operation(summary = "End one of my sessions")
  public void revoke(@Parameter(example = "17") @PathParam("id") long id) {
    identity.revoke(id);
  }

  @GET
  @Path("roles")
  @Operation(summary = "List my roles and requests for roles")
  public RoleList roles() {
    return new RoleList(identity.roles());
  }

  @POST
  @Path("roles")
  @Operation(
      summary = "Ask for a role",
      description =
          "seller, courier, wholesaler or influencer. An admin decides; the role is in the tokens"
              + " after the next refresh. 409 `role_held` or `role_requested`.")
  public Created<RoleRequestView> requestRole(RoleRequest request) {
    return Created.of(identity.requestRole(request.role(), request.note()), made -> "/me/roles");
  }
}
