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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.cart.AddToCart;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.cart.CartView;
import uz.gogomarket.cart.SetQuantity;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;

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
  public CartView view() {
    return cart.view();
  }

  @POST
  @Path("items")
  @Operation(
      summary = "Put something into the cart",
      description =
          "Units of an item that is there already are added up. 409 `out_of_stock` or"
              + " `not_available`, 422 `own_product`, `cart_full` or `cart_too_large`.")
  public Created<CartView> add(AddToCart item) {
    return Created.of(cart.add(item), view -> "/carts/current");
  }

  @PATCH
  @Path("items/{id}")
  @Operation(summary = "Change how many of a line are wanted")
  public CartView setQuantity(
      @PathParam("id") long id, @BeanParam IfMatch read, SetQuantity wanted) {
    return cart.setQuantity(id, wanted.quantity(), read.version());
  }

  @DELETE
  @Path("items/{id}")
  @Operation(summary = "Take a line out of the cart")
  public CartView remove(@PathParam("id") long id, @BeanParam IfMatch read) {
    return cart.remove(id, read.version());
  }

  @DELETE
  @Operation(summary = "Empty the cart")
  public CartView clear(@BeanParam IfMatch read) {
    return cart.clear(read.version());
  }
}
