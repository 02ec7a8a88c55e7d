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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressView;
import uz.gogomarket.identity.SaveAddress;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;

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
  public AddressView get(@Parameter(example = "17") @PathParam("id") long id) {
    return addresses.get(id);
  }

  @POST
  @Operation(
      summary = "Add an address",
      description =
          "The first of a type becomes the default of that type. A position (WGS 84) finds the"
              + " delivery zone; without one the district does.")
  public Created<AddressView> add(SaveAddress address) {
    return Created.of(addresses.add(address), made -> "/me/addresses/" + made.id());
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Replace one of my addresses")
  public AddressView update(
      @Parameter(example = "17") @PathParam("id") long id,
      @BeanParam IfMatch read,
      SaveAddress address) {
    return addresses.update(id, address, read.version());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete one of my addresses")
  public void delete(@Parameter(example = "17") @PathParam("id") long id, @BeanParam IfMatch read) {
    addresses.delete(id, read.version());
  }
}
