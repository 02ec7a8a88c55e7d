package uz.gogomarket.web.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressView;
import uz.gogomarket.identity.SaveAddress;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Versions;

/** One's own addresses. */
@Path("me/addresses")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My account")
public class AddressesResource {

  @Inject AddressService addresses;

  /** One's addresses. */
  public record AddressList(List<AddressView> items) {}

  @GET
  @Operation(summary = "List my addresses", description = "The defaults first, at most 50.")
  public AddressList list() {
    return new AddressList(addresses.list());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read one of my addresses")
  @APIResponse(
      responseCode = "200",
      description = "The address, with its version as ETag",
      content = @Content(schema = @Schema(implementation = AddressView.class)))
  public Response get(@Parameter(example = "17") @PathParam("id") long id) {
    AddressView address = addresses.get(id);
    return Versions.ok(address, address.version());
  }

  @POST
  @Operation(
      summary = "Add an address",
      description =
          "The first of a type becomes the default of that type. A position (WGS 84) finds the"
              + " delivery zone; without one the district does.")
  @APIResponse(
      responseCode = "201",
      description = "The address",
      content = @Content(schema = @Schema(implementation = AddressView.class)))
  public Response add(SaveAddress address) {
    AddressView made = addresses.add(address);
    return Response.created(URI.create(Api.PATH + "/me/addresses/" + made.id()))
        .tag(new EntityTag(String.valueOf(made.version())))
        .entity(made)
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Replace one of my addresses")
  @APIResponse(
      responseCode = "200",
      description = "The address as it is now",
      content = @Content(schema = @Schema(implementation = AddressView.class)))
  public Response update(
      @Parameter(example = "17") @PathParam("id") long id,
      @BeanParam IfMatch read,
      SaveAddress address) {
    AddressView made = addresses.update(id, address, read.version());
    return Versions.ok(made, made.version());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete one of my addresses")
  @APIResponse(responseCode = "204", description = "The address is gone")
  public void delete(@Parameter(example = "17") @PathParam("id") long id, @BeanParam IfMatch read) {
    addresses.delete(id, read.version());
  }
}
