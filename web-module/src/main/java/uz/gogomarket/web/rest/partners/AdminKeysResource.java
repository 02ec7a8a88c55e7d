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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.partners.KeyAdminService;
import uz.gogomarket.partners.KeyView;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** All partners' keys, for administrators. */
@Path("admin/partner-keys")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class AdminKeysResource {

  @Inject KeyAdminService keys;

  @GET
  @Operation(summary = "List the API keys of all partners, the newest first")
  public Page<KeyView> list(
      @QueryParam("ownerId")
          @Parameter(description = "Only the keys of this account", example = "17")
          @Nullable Long ownerId,
      @BeanParam Paging paging) {
    return keys.list(ownerId, paging.request());
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
