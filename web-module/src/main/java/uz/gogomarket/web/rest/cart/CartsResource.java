package uz.gogomarket.web.rest.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.cart.AddToCart;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.cart.CartView;
import uz.gogomarket.cart.SetQuantity;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Versions;

/** The cart of whoever is asking: a user, or a guest with a guest token. */
@Path("carts/current")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "guest")
@Tag(name = "Cart")
public class CartsResource {

  @Inject CartService cart;

  @GET
  @Operation(
      summary = "Look into the cart",
      description =
          "Grouped by seller, with prices and stock as they are now; `changes` and"
              + " `previousPrice` say what is different since the last look.")
  @APIResponse(
      responseCode = "200",
      description = "The cart, with its version as ETag",
      content = @Content(schema = @Schema(implementation = CartView.class)))
  public Response view() {
    return ok(cart.view());
  }

  @POST
  @Path("items")
  @Operation(
      summary = "Put something into the cart",
      description =
          "Units of an item that is there already are added up. 409 `out_of_stock` or"
              + " `not_available`, 422 `own_product`, `cart_full` or `cart_too_large`.")
  @APIResponse(
      responseCode = "201",
      description = "The cart",
      content = @Content(schema = @Schema(implementation = CartView.class)))
  public Response add(AddToCart item) {
    CartView view = cart.add(item);
    return Response.created(URI.create(Api.PATH + "/carts/current"))
        .tag(new EntityTag(String.valueOf(view.version())))
        .entity(view)
        .build();
  }

  @PATCH
  @Path("items/{id}")
  @Operation(summary = "Change how many of a line are wanted")
  @APIResponse(
      responseCode = "200",
      description = "The cart",
      content = @Content(schema = @Schema(implementation = CartView.class)))
  public Response setQuantity(
      @PathParam("id") long id, @BeanParam IfMatch read, SetQuantity wanted) {
    return ok(cart.setQuantity(id, wanted.quantity(), read.version()));
  }

  @DELETE
  @Path("items/{id}")
  @Operation(summary = "Take a line out of the cart")
  @APIResponse(
      responseCode = "200",
      description = "The cart",
      content = @Content(schema = @Schema(implementation = CartView.class)))
  public Response remove(@PathParam("id") long id, @BeanParam IfMatch read) {
    return ok(cart.remove(id, read.version()));
  }

  @DELETE
  @Operation(summary = "Empty the cart")
  @APIResponse(
      responseCode = "200",
      description = "The cart",
      content = @Content(schema = @Schema(implementation = CartView.class)))
  public Response clear(@BeanParam IfMatch read) {
    return ok(cart.clear(read.version()));
  }

  private static Response ok(CartView view) {
    return Versions.ok(view, view.version());
  }
}
