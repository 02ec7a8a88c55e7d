package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.catalog.CatalogService;
import uz.gogomarket.catalog.CategoryNode;
import uz.gogomarket.web.rest.Caching;

/** The tree of categories, in the language of {@code Accept-Language}. */
@Path("categories")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Catalogue")
public class CategoriesResource {

  static final int MAX_AGE_SECONDS = 60;

  @Inject CatalogService catalog;
  @Inject Caching caching;

  /** The roots, with all that is below them. */
  public record CategoryTree(List<CategoryNode> items) {}

  @GET
  @Operation(
      summary = "Read the tree of categories",
      description = "Names in uz, ru or en. Carries an ETag; 304 to If-None-Match.")
  @APIResponse(
      responseCode = "200",
      description = "The whole tree",
      content = @Content(schema = @Schema(implementation = CategoryTree.class)))
  @APIResponse(responseCode = "304", description = "You have it already.")
  public Response tree() {
    return caching.publicly(new CategoryTree(catalog.categories()), MAX_AGE_SECONDS);
  }

  @GET
  @Path("{slug}")
  @Operation(summary = "Read a category and what is below it")
  @APIResponse(
      responseCode = "200",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryNode.class)))
  @APIResponse(responseCode = "304", description = "You have it already.")
  public Response category(@Parameter(example = "telefonlar") @PathParam("slug") String slug) {
    return caching.publicly(catalog.category(slug), MAX_AGE_SECONDS);
  }
}
