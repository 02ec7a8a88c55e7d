package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.AdjustStock;
import uz.gogomarket.catalog.PriceChange;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.catalog.StockLevel;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Tagged;

/** Stock and prices of a seller's own product. */
@Path("seller/products")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seller: stock and prices")
public class SellerStockResource {

  @Inject StockKeeping stock;
  @Inject PriceService prices;
  @Inject Idempotent idempotent;

  /** The stock items of a product; where there is one only, its version is theirs. */
  public record StockLevels(List<StockLevel> items) implements Tagged {

    @Override
    public OptionalInt tag() {
      return items.size() == 1 ? OptionalInt.of(items.get(0).version()) : OptionalInt.empty();
    }
  }

  @GET
  @Path("{id}/stock")
  @Operation(
      summary = "Read the stock of a product",
      description =
          "Each level's `version` counts every change, sales included; it is the ETag where there"
              + " is one level only, as it is without variants or with `variantId`.")
  public StockLevels levels(
      @PathParam("id") long id,
      @QueryParam("variantId") @Parameter(description = "Only of this variant", example = "171")
          @Nullable Long variantId) {
    return new StockLevels(
        stock.levels(id).stream()
            .filter(level -> variantId == null || variantId.equals(level.variantId()))
            .toList());
  }

  @PUT
  @Path("{id}/stock")
  @Operation(
      summary = "Write down how many there are",
      description =
          "If-Match is the level's; 412 if stock moved since, by a sale or otherwise. 409"
              + " `variant_required` or `product_has_no_variants`.")
  public StockLevel set(@PathParam("id") long id, @BeanParam IfMatch read, SetStock command) {
    return stock.set(id, read.version(), command);
  }

  @POST
  @Path("{id}/stock/adjust")
  @Operation(
      summary = "Add or remove units, whatever is sold meanwhile",
      description = "409 `out_of_stock` if fewer are left than go out.")
  public StockLevel adjust(
      @PathParam("id") long id, @BeanParam IdempotencyKey key, AdjustStock command) {
    return idempotent.once(key, () -> stock.adjust(id, command));
  }

  @PUT
  @Path("{id}/price")
  @Operation(
      summary = "Set the price and the sale",
      description = "If-Match is the product's. 409 `variant_for_nothing`.")
  public SellerProduct price(@PathParam("id") long id, @BeanParam IfMatch read, SavePrice price) {
    return prices.set(id, read.version(), price);
  }

  @GET
  @Path("{id}/price-history")
  @Operation(summary = "List all prices that a product had, the latest first")
  public Page<PriceChange> history(@PathParam("id") long id, @BeanParam Paging paging) {
    return prices.history(id, paging.request());
  }
}
