package uz.gogomarket.web.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.AccountAdminService;
import uz.gogomarket.identity.AdminRoleView;
import uz.gogomarket.identity.GrantAdminRole;
import uz.gogomarket.identity.SessionView;
import uz.gogomarket.identity.UserDetail;
import uz.gogomarket.identity.UserFilter;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.UserStatus;
import uz.gogomarket.identity.UserSummary;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.Paging;

/** Admins look after accounts. */
@Path("admin/users")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounts")
public class AdminUsersResource {

  private static final int MAX_TEXT = 100;

  @Inject AccountAdminService users;

  /** Why an admin does it; it stands in the audit log. */
  public record Reason(
      @NotBlank @Size(max = 500) @Schema(example = "Sold counterfeits") String reason) {}

  /** Sessions of an account. */
  public record SessionList(List<SessionView> items) {}

  /** Admin roles of an account. */
  public record AdminRoleList(List<AdminRoleView> items) {}

  @GET
  @Operation(
      summary = "Search accounts",
      description = "By a part of the e-mail address, name or telephone number; the newest first.")
  public Page<UserSummary> search(
      @QueryParam("q")
          @Parameter(
              example = "malika",
              schema = @Schema(type = SchemaType.STRING, maxLength = MAX_TEXT))
          @Nullable String text,
      @QueryParam("role") @Parameter(example = "seller") @Nullable UserRole role,
      @QueryParam("status") @Parameter(example = "active") @Nullable UserStatus status,
      @BeanParam Paging paging) {
    if (text != null && text.length() > MAX_TEXT) {
      throw InvalidInput.of("q", "too_long", MAX_TEXT);
    }
    return users.search(new UserFilter(text, role, status), paging.request());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read an account with its roles")
  public UserDetail get(@Parameter(example = "17") @PathParam("id") long id) {
    return users.get(id);
  }

  @POST
  @Path("{id}/suspend")
  @Operation(summary = "Suspend an account", description = "Its sessions end at once.")
  public UserDetail suspend(@Parameter(example = "17") @PathParam("id") long id, Reason reason) {
    return users.suspend(id, reason.reason());
  }

  @POST
  @Path("{id}/reactivate")
  @Operation(summary = "Let a suspended account be used again")
  public UserDetail reactivate(@Parameter(example = "17") @PathParam("id") long id, Reason reason) {
    return users.reactivate(id, reason.reason());
  }

  @GET
  @Path("{id}/sessions")
  @Operation(summary = "List the sessions of an account")
  public SessionList sessions(@Parameter(example = "17") @PathParam("id") long id) {
    return new SessionList(users.sessions(id));
  }

  @DELETE
  @Path("{id}/sessions")
  @Operation(summary = "End all sessions of an account")
  public void endSessions(@Parameter(example = "17") @PathParam("id") long id) {
    users.endSessions(id);
  }

  @GET
  @Path("{id}/admin-roles")
  @Operation(summary = "List the admin roles of an account")
  public AdminRoleList adminRoles(@Parameter(example = "17") @PathParam("id") long id) {
    return new AdminRoleList(users.get(id).adminRoles());
  }

  @POST
  @Path("{id}/admin-roles")
  @Operation(
      summary = "Make an account an admin",
      description =
          "Or replace its admin role of the same type. Nobody can hand out what they do not hold"
              + " themselves. The account has to log in anew.")
  public Created<UserDetail> grant(
      @Parameter(example = "17") @PathParam("id") long id, GrantAdminRole role) {
    return Created.of(users.grant(id, role), made -> "/admin/users/" + id + "/admin-roles");
  }

  @DELETE
  @Path("{id}/admin-roles/{roleId}")
  @Operation(summary = "Take an admin role away")
  public void revoke(
      @Parameter(example = "17") @PathParam("id") long id,
      @Parameter(example = "3") @PathParam("roleId") long roleId) {
    users.revoke(id, roleId);
  }
}
