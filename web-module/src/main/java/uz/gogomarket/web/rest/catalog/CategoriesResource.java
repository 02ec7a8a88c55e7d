package uz.gogomarket.web.rest.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.catalog.CatalogService;
import uz.gogomarket.catalog.CategoryNode;
import uz.gogomarket.web.rest.Cached;

/** The tree of categories, in the language of {@code Accept-Language}. */
@Path("categories")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Cached(seconds = 60)
@Tag(name = "Catalogue")
public class CategoriesResource {

  @Inject CatalogService catalog;

  /** The roots, with all that is below them. */
  @Schema(name = "CategoryTree")
  public record CategoryRoots(List<CategoryNode> items) {}

  @GET
  @Operation(
      summary = "Read the tree of categories",
      description = "Names in uz, ru or en. Carries an ETag; 304 to If-None-Match.")
  public CategoryRoots tree() {
    return new CategoryRoots(catalog.categories());
  }

  @GET
  @Path("{slug}")
  @Operation(summary = "Read a category and what is below it")
  public CategoryNode category(@Parameter(example = "telefonlar") @PathParam("slug") String slug) {
    return catalog.category(slug);
  }
}
