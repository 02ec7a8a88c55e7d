package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CatalogService;
import uz.gogomarket.catalog.ProductCard;
import uz.gogomarket.catalog.ProductDetail;
import uz.gogomarket.catalog.ProductSort;
import uz.gogomarket.catalog.SearchResult;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Caching;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;

/** What buyers list, search and open, in the language of {@code Accept-Language}. */
@Path("products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Catalogue")
public class ProductsResource {

  private static final int MAX_AGE_SECONDS = 10;

  @Inject CatalogService catalog;
  @Inject Caching caching;

  /** A page of a listing. */
  public record CardPage(List<ProductCard> items, @Nullable String nextCursor) {}

  @GET
  @Operation(
      summary = "List products",
      description =
          "By category and what is below it, with filters, in one of five orders; the newest"
              + " first where none is named. Carries an ETag; 304 to If-None-Match.")
  @APIResponse(
      responseCode = "200",
      description = "A page; Link names the next",
      content = @Content(schema = @Schema(implementation = CardPage.class)))
  @APIResponse(responseCode = "304", description = "You have it already.")
  public Response list(
      @BeanParam ProductQuery query, @BeanParam Paging paging, @Context UriInfo uri) {
    Page<ProductCard> page =
        catalog.list(query.filter(), query.sort(ProductSort.NEWEST), paging.request());
    return caching.publicly(page, MAX_AGE_SECONDS, answer -> Pages.withNext(answer, page, uri));
  }

  @GET
  @Path("search")
  @Operation(
      summary = "Search products",
      description =
          "In names, brands, tags and descriptions of all three languages; forgives misspelling,"
              + " takes Uzbek in Latin or Cyrillic. The first page carries facets. Looks at the"
              + " thousand best hits.")
  @APIResponse(
      responseCode = "200",
      description = "A page of hits; Link names the next",
      content = @Content(schema = @Schema(implementation = SearchResult.class)))
  @APIResponse(responseCode = "304", description = "You have it already.")
  public Response search(
      @Parameter(
              description = "What is looked for",
              required = true,
              example = "samsng telefon",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
          @QueryParam("q")
          @Nullable String text,
      @BeanParam ProductQuery query,
      @BeanParam Paging paging,
      @Context UriInfo uri) {
    if (text == null) {
      throw InvalidInput.of("q", "required");
    }
    SearchResult result =
        catalog.search(text, query.filter(), query.sort(ProductSort.RELEVANCE), paging.request());
    Page<ProductCard> page = new Page<>(result.items(), result.nextCursor());
    return caching.publicly(result, MAX_AGE_SECONDS, answer -> Pages.withNext(answer, page, uri));
  }

  @GET
  @Path("{slug}")
  @Operation(
      summary = "Open a product",
      description =
          "With its variants, options, attributes and pictures; texts in the seller's language"
              + " where the asked one is missing.")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = ProductDetail.class)))
  @APIResponse(responseCode = "304", description = "You have it already.")
  public Response product(
      @Parameter(example = "samsung-galaxy-a15") @PathParam("slug") String slug) {
    return caching.publicly(catalog.bySlug(slug), MAX_AGE_SECONDS);
  }
}
