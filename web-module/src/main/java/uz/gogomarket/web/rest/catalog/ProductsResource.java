package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import uz.gogomarket.web.rest.Cached;
import uz.gogomarket.web.rest.Paging;

/** What buyers list, search and open, in the language of {@code Accept-Language}. */
@Path("products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Cached(seconds = 10)
@Tag(name = "Catalogue")
public class ProductsResource {

  @Inject CatalogService catalog;

  @GET
  @Operation(
      summary = "List products",
      description =
          "By category and what is below it, with filters, in one of five orders; the newest"
              + " first where none is named. Carries an ETag; 304 to If-None-Match.")
  public Page<ProductCard> list(@BeanParam ProductQuery query, @BeanParam Paging paging) {
    return catalog.list(query.filter(), query.sort(ProductSort.NEWEST), paging.request());
  }

  @GET
  @Path("search")
  @Operation(
      summary = "Search products",
      description =
          "In names, brands, tags and descriptions of all three languages; forgives misspelling,"
              + " takes Uzbek in Latin or Cyrillic. The first page carries facets. Looks at the"
              + " thousand best hits.")
  public SearchResult search(
      @Parameter(
              description = "What is looked for",
              required = true,
              example = "samsng telefon",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
          @QueryParam("q")
          @Nullable String text,
      @BeanParam ProductQuery query,
      @BeanParam Paging paging) {
    if (text == null) {
      throw InvalidInput.of("q", "required");
    }
    return catalog.search(
        text, query.filter(), query.sort(ProductSort.RELEVANCE), paging.request());
  }

  @GET
  @Path("{slug}")
  @Operation(
      summary = "Open a product",
      description =
          "With its variants, options, attributes and pictures; texts in the seller's language"
              + " where the asked one is missing.")
  public ProductDetail product(
      @Parameter(example = "samsung-galaxy-a15") @PathParam("slug") String slug) {
    return catalog.bySlug(slug);
  }
}
