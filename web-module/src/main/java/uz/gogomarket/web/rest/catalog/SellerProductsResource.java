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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Paging;

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

  @GET
  @Operation(summary = "List one's own products, the newest first")
  public Page<SellerProductSummary> list(
      @Parameter(description = "Only products in this status", example = "active")
          @QueryParam("status")
          @Nullable ProductStatus status,
      @BeanParam Paging paging) {
    return products.list(status, paging.request());
  }

  @POST
  @Operation(
      summary = "Make a draft of a product",
      description = "409 `sku_taken` if another of one's products has this SKU.")
  public Created<SellerProduct> create(@BeanParam IdempotencyKey key, CreateProduct command) {
    return idempotent.once(
        key, () -> Created.of(products.create(command), SellerProductsResource::path));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read one's own product")
  public SellerProduct get(@Parameter(example = "17") @PathParam("id") long id) {
    return products.get(id);
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Rewrite a product's texts, properties, options and pictures",
      description = "409 `sku_taken` or `variants_do_not_fit`.")
  public SellerProduct update(
      @PathParam("id") long id, @BeanParam IfMatch read, SaveProduct product) {
    return products.update(id, read.version(), product);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete a product; its orders keep what they know of it")
  public void delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    products.delete(id, read.version());
  }

  @POST
  @Path("{id}/publish")
  @Operation(
      summary = "Put a product on sale",
      description = "409 `product_blocked`, `digital_not_sold` or `variants_missing`.")
  public SellerProduct publish(@PathParam("id") long id, @BeanParam IfMatch read) {
    return products.publish(id, read.version());
  }

  @POST
  @Path("{id}/pause")
  @Operation(
      summary = "Show a product without selling it",
      description = "409 `product_not_active`.")
  public SellerProduct pause(@PathParam("id") long id, @BeanParam IfMatch read) {
    return products.pause(id, read.version());
  }

  @POST
  @Path("{id}/archive")
  @Operation(summary = "Take a product off sale")
  public SellerProduct archive(@PathParam("id") long id, @BeanParam IfMatch read) {
    return products.archive(id, read.version());
  }

  @POST
  @Path("{id}/variants")
  @Operation(
      summary = "Add a variant",
      description =
          "If-Match is the product's. 409 `variant_exists`, `too_many_variants` or"
              + " `stock_on_product`.")
  public Created<SellerProduct> addVariant(
      @PathParam("id") long id,
      @BeanParam IfMatch read,
      @BeanParam IdempotencyKey key,
      CreateVariant command) {
    return idempotent.once(
        key,
        () -> Created.of(variants.add(id, read.version(), command), SellerProductsResource::path));
  }

  @PUT
  @Path("{id}/variants/{variantId}")
  @Operation(
      summary = "Rewrite a variant",
      description = "If-Match is the product's. 409 `variant_exists` or `stock_is_negative`.")
  public SellerProduct updateVariant(
      @PathParam("id") long id,
      @PathParam("variantId") long variantId,
      @BeanParam IfMatch read,
      SaveVariant variant) {
    return variants.update(id, variantId, read.version(), variant);
  }

  @DELETE
  @Path("{id}/variants/{variantId}")
  @Operation(summary = "Delete a variant", description = "If-Match is the product's.")
  public SellerProduct deleteVariant(
      @PathParam("id") long id, @PathParam("variantId") long variantId, @BeanParam IfMatch read) {
    return variants.delete(id, variantId, read.version());
  }

  private static String path(SellerProduct product) {
    return "/seller/products/" + product.id();
  }
}
