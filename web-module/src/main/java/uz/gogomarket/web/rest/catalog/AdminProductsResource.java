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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductModeration;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerProductSummary;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

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
  public Page<SellerProductSummary> list(
      @Parameter(example = "7") @QueryParam("sellerId") @Nullable Long sellerId,
      @Parameter(example = "active") @QueryParam("status") @Nullable ProductStatus status,
      @Parameter(description = "true: only what was taken down", example = "true")
          @QueryParam("blocked")
          @Nullable Boolean blocked,
      @BeanParam Paging paging) {
    return moderation.list(sellerId, status, blocked, paging.request());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read any product")
  public SellerProduct get(@PathParam("id") long id) {
    return moderation.get(id);
  }

  @POST
  @Path("{id}/take-down")
  @Operation(
      summary = "Take a product off sale and tell its seller why",
      description = "409 `already_taken_down`, `own_money` where one sells it oneself.")
  public SellerProduct takeDown(@PathParam("id") long id, TakeDown takeDown) {
    return moderation.takeDown(id, takeDown.reason());
  }

  @POST
  @Path("{id}/restore")
  @Operation(
      summary = "Let the seller publish a product again",
      description = "409 `not_taken_down`, `own_money` where one sells it oneself.")
  public SellerProduct restore(@PathParam("id") long id) {
    return moderation.restore(id);
  }
}
