package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductModeration;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

/** Moderation of products by admins with {@code catalog.manage}. */
@Path("admin/products")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: catalogue")
public class AdminProductsResource {

  @Inject ProductModeration moderation;

  /** Why a product is taken down, as its seller will read it. */
  public record TakeDown(
      @NotBlank @Size(max = 1000) @Schema(example = "The pictures show another product.")
          String reason) {}

  @GET
  @Operation(summary = "List the products of all sellers, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of products",
      content =
          @Content(schema = @Schema(implementation = SellerProductsResource.ProductPage.class)))
  public Response list(
      @Parameter(example = "7") @QueryParam("sellerId") @Nullable Long sellerId,
      @Parameter(example = "active") @QueryParam("status") @Nullable ProductStatus status,
      @Parameter(description = "true: only what was taken down", example = "true")
          @QueryParam("blocked")
          @Nullable Boolean blocked,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    return Pages.ok(moderation.list(sellerId, status, blocked, paging.request()), uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read any product")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response get(@PathParam("id") long id) {
    return ok(moderation.get(id));
  }

  @POST
  @Path("{id}/take-down")
  @Operation(
      summary = "Take a product off sale and tell its seller why",
      description = "409 `already_taken_down`, `own_money` where one sells it oneself.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response takeDown(@PathParam("id") long id, TakeDown takeDown) {
    return ok(moderation.takeDown(id, takeDown.reason()));
  }

  @POST
  @Path("{id}/restore")
  @Operation(
      summary = "Let the seller publish a product again",
      description = "409 `not_taken_down`, `own_money` where one sells it oneself.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = SellerProduct.class)))
  public Response restore(@PathParam("id") long id) {
    return ok(moderation.restore(id));
  }

  private static Response ok(SellerProduct product) {
    return Versions.ok(product, product.version());
  }
}
