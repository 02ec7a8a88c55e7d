package uz.gogomarket.web.rest.catalog;

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
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerProductSummary;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

/**
 * A seller's own products and their variants. Each answer carries the product's version as ETag.
 */
@Path("seller/products")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seller: products")
public class SellerProductsResource {

  @Inject ProductService products;
  @Inject VariantService variants;
  @Inject Idempotent idempotent;

  /** A page of products. */
  public record ProductPage(List<SellerProductSummary> items, @Nullable String nextCursor) {}

  @GET
  @Operation(summary = "List one's own products, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of products",
      content = @Content(schema = @Schema(implementation = ProductPage.class)))
  public Response list(
      @Parameter(description = "Only products in this status", example = "active")
          @QueryParam("status")
          @Nullable ProductStatus status,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    return Pages.ok(products.list(status, paging.request()), uri);
  }

  @POST
  @Operation(
      summary = "Make a draft of a product",
      description = "409 `sku_taken` if another of one's products has this SKU.")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response create(@BeanParam IdempotencyKey key, CreateProduct command) {
    return idempotent.created(key, () -> products.create(command), SellerProductsResource::path);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read one's own product")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response get(@Parameter(example = "17") @PathParam("id") long id) {
    return ok(products.get(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Rewrite a product's texts, properties, options and pictures",
      description = "409 `sku_taken` or `variants_do_not_fit`.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response update(@PathParam("id") long id, @BeanParam IfMatch read, SaveProduct product) {
    return ok(products.update(id, read.version(), product));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete a product; its orders keep what they know of it")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public Response delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    products.delete(id, read.version());
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/publish")
  @Operation(
      summary = "Put a product on sale",
      description = "409 `product_blocked`, `digital_not_sold` or `variants_missing`.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response publish(@PathParam("id") long id, @BeanParam IfMatch read) {
    return ok(products.publish(id, read.version()));
  }

  @POST
  @Path("{id}/pause")
  @Operation(
      summary = "Show a product without selling it",
      description = "409 `product_not_active`.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response pause(@PathParam("id") long id, @BeanParam IfMatch read) {
    return ok(products.pause(id, read.version()));
  }

  @POST
  @Path("{id}/archive")
  @Operation(summary = "Take a product off sale")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response archive(@PathParam("id") long id, @BeanParam IfMatch read) {
    return ok(products.archive(id, read.version()));
  }

  @POST
  @Path("{id}/variants")
  @Operation(
      summary = "Add a variant",
      description =
          "If-Match is the product's. 409 `variant_exists`, `too_many_variants` or"
              + " `stock_on_product`.")
  @APIResponse(
      responseCode = "201",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response addVariant(
      @PathParam("id") long id,
      @BeanParam IfMatch read,
      @BeanParam IdempotencyKey key,
      CreateVariant command) {
    return idempotent.created(
        key, () -> variants.add(id, read.version(), command), SellerProductsResource::path);
  }

  @PUT
  @Path("{id}/variants/{variantId}")
  @Operation(
      summary = "Rewrite a variant",
      description = "If-Match is the product's. 409 `variant_exists` or `stock_is_negative`.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response updateVariant(
      @PathParam("id") long id,
      @PathParam("variantId") long variantId,
      @BeanParam IfMatch read,
      SaveVariant variant) {
    return ok(variants.update(id, variantId, read.version(), variant));
  }

  @DELETE
  @Path("{id}/variants/{variantId}")
  @Operation(summary = "Delete a variant", description = "If-Match is the product's.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response deleteVariant(
      @PathParam("id") long id, @PathParam("variantId") long variantId, @BeanParam IfMatch read) {
    return ok(variants.delete(id, variantId, read.version()));
  }

  private static Response ok(SellerProduct product) {
    return Versions.ok(product, product.version());
  }

  private static String path(SellerProduct product) {
    return "/seller/products/" + product.id();
  }
}
