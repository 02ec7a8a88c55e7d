package uz.gogomarket.web.rest.partners;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.partners.KeyAdminService;
import uz.gogomarket.partners.KeyView;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;

/** All partners' keys, for administrators. */
@Path("admin/partner-keys")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class AdminKeysResource {

  @Inject KeyAdminService keys;

  /** A page of keys. */
  public record KeyPage(List<KeyView> items, @Nullable String nextCursor) {}

  @GET
  @Operation(summary = "List the API keys of all partners, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of keys",
      content = @Content(schema = @Schema(implementation = KeyPage.class)))
  public Response list(
      @QueryParam("ownerId")
          @Parameter(description = "Only the keys of this account", example = "17")
          @Nullable Long ownerId,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    return Pages.ok(keys.list(ownerId, paging.request()), uri);
  }

  @POST
  @Path("{id: \\d{1,18}}/revoke")
  @Operation(
      summary = "Revoke a partner's API key",
      description = "It is refused from now on, for good. Revoking it again changes nothing.")
  public KeyView revoke(@PathParam("id") long id) {
    return keys.revoke(id);
  }
}
