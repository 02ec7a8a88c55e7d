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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.partners.CreateKey;
import uz.gogomarket.partners.IssuedKey;
import uz.gogomarket.partners.KeyService;
import uz.gogomarket.partners.KeyView;
import uz.gogomarket.partners.RotateKey;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;

/** A seller's keys for the SOAP services. */
@Path("partner/keys")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class PartnerKeysResource {

  private static final String NO_STORE = "no-store";

  @Inject KeyService keys;

  @POST
  @Operation(
      summary = "Make an API key",
      description = "The secret is in this answer and is never shown again.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CreateKey.class),
              examples =
                  @ExampleObject(
                      name = "warehouse",
                      value =
                          "{\"name\": \"Warehouse\", \"scopes\": [\"catalog.write\","
                              + " \"orders.read\"]}")))
  @APIResponse(
      responseCode = "201",
      description = "The key with its secret",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  public Response create(CreateKey key) {
    IssuedKey made = keys.create(key);
    return Response.created(URI.create(Api.PATH + "/partner/keys/" + made.key().id()))
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .entity(made)
        .build();
  }

  @GET
  @Operation(summary = "List your API keys, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of keys",
      content = @Content(schema = @Schema(implementation = AdminKeysResource.KeyPage.class)))
  public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(keys.list(paging.request()), uri);
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "Look at an API key")
  public KeyView get(@PathParam("id") long id) {
    return keys.get(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/rotate")
  @Operation(
      summary = "Give an API key a new secret",
      description =
          "The old secret stays good for overlapHours (24 where absent, at most 168); 0 ends it at"
              + " once. The new secret is in this answer and is never shown again.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RotateKey.class),
              examples = @ExampleObject(name = "two days", value = "{\"overlapHours\": 48}")))
  @APIResponse(
      responseCode = "200",
      description = "The key with its new secret",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  public Response rotate(@PathParam("id") long id, RotateKey rotation) {
    return Response.ok(keys.rotate(id, rotation))
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .build();
  }

  @POST
  @Path("{id: \\d{1,18}}/revoke")
  @Operation(
      summary = "Revoke an API key",
      description = "It is refused from now on, for good. Revoking it again changes nothing.")
  public KeyView revoke(@PathParam("id") long id) {
    return keys.revoke(id);
  }
}
