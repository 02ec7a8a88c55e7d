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
import uz.gogomarket.catalog.AdjustStock;
import uz.gogomarket.catalog.PriceChange;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.catalog.StockLevel;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

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

  /** A page of prices. */
  public record PricePage(List<PriceChange> items, @Nullable String nextCursor) {}

  /** The stock items of a product. */
  public record StockLevels(List<StockLevel> items) {}

  @GET
  @Path("{id}/stock")
  @Operation(
      summary = "Read the stock of a product",
      description =
          "Each level's `version` counts every change, sales included; it is the ETag where there"
              + " is one level only, as it is without variants or with `variantId`.")
  @APIResponse(
      responseCode = "200",
      description = "The levels",
      content = @Content(schema = @Schema(implementation = StockLevels.class)))
  public Response levels(
      @PathParam("id") long id,
      @QueryParam("variantId") @Parameter(description = "Only of this variant", example = "171")
          @Nullable Long variantId) {
    List<StockLevel> levels =
        stock.levels(id).stream()
            .filter(level -> variantId == null || variantId.equals(level.variantId()))
            .toList();
    StockLevels body = new StockLevels(levels);
    return levels.size() == 1
        ? Versions.ok(body, levels.get(0).version())
        : Response.ok(body).build();
  }

  @PUT
  @Path("{id}/stock")
  @Operation(
      summary = "Write down how many there are",
      description =
          "If-Match is the level's; 412 if stock moved since, by a sale or otherwise. 409"
              + " `variant_required` or `product_has_no_variants`.")
  @APIResponse(
      responseCode = "200",
      description = "The new level, with its version as ETag",
      content = @Content(schema = @Schema(implementation = StockLevel.class)))
  public Response set(@PathParam("id") long id, @BeanParam IfMatch read, SetStock command) {
    StockLevel level = stock.set(id, read.version(), command);
    return Versions.ok(level, level.version());
  }

  @POST
  @Path("{id}/stock/adjust")
  @Operation(
      summary = "Add or remove units, whatever is sold meanwhile",
      description = "409 `out_of_stock` if fewer are left than go out.")
  @APIResponse(
      responseCode = "200",
      description = "The new level",
      content = @Content(schema = @Schema(implementation = StockLevel.class)))
  public Response adjust(
      @PathParam("id") long id, @BeanParam IdempotencyKey key, AdjustStock command) {
    return idempotent.ok(key, () -> stock.adjust(id, command));
  }

  @PUT
  @Path("{id}/price")
  @Operation(
      summary = "Set the price and the sale",
      description = "If-Match is the product's. 409 `variant_for_nothing`.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response price(@PathParam("id") long id, @BeanParam IfMatch read, SavePrice price) {
    SellerProduct product = prices.set(id, read.version(), price);
    return Versions.ok(product, product.version());
  }

  @GET
  @Path("{id}/price-history")
  @Operation(summary = "List all prices that a product had, the latest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of prices",
      content = @Content(schema = @Schema(implementation = PricePage.class)))
  public Response history(
      @PathParam("id") long id, @BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(prices.history(id, paging.request()), uri);
  }
}
