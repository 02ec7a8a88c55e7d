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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.partners.CreateKey;
import uz.gogomarket.partners.IssuedKey;
import uz.gogomarket.partners.KeyService;
import uz.gogomarket.partners.KeyView;
import uz.gogomarket.partners.RotateKey;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.Paging;

/** A seller's keys for the SOAP services. */
@Path("partner/keys")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class PartnerKeysResource {

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
  public Created<IssuedKey> create(CreateKey key) {
    return Created.of(keys.create(key), made -> "/partner/keys/" + made.key().id());
  }

  @GET
  @Operation(summary = "List your API keys, the newest first")
  public Page<KeyView> list(@BeanParam Paging paging) {
    return keys.list(paging.request());
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
  public IssuedKey rotate(@PathParam("id") long id, RotateKey rotation) {
    return keys.rotate(id, rotation);
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
