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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CategoryService;
import uz.gogomarket.catalog.CategoryView;
import uz.gogomarket.catalog.SaveCategory;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

/** The tree of categories as admins with {@code catalog.manage} keep it. */
@Path("admin/categories")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: catalogue")
public class AdminCategoriesResource {

  @Inject CategoryService categories;

  /** A page of categories. */
  public record CategoryPage(List<CategoryView> items, @Nullable String nextCursor) {}

  @GET
  @Operation(summary = "List all categories, hidden ones too")
  @APIResponse(
      responseCode = "200",
      description = "A page of categories",
      content = @Content(schema = @Schema(implementation = CategoryPage.class)))
  public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(categories.list(paging.request()), uri);
  }

  @POST
  @Operation(summary = "Make a category", description = "409 `slug_taken`.")
  @APIResponse(
      responseCode = "201",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryView.class)))
  public Response create(SaveCategory category) {
    CategoryView made = categories.create(category);
    return Response.created(URI.create(Api.PATH + "/admin/categories/" + made.id()))
        .tag(new EntityTag(String.valueOf(made.version())))
        .entity(made)
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a category")
  @APIResponse(
      responseCode = "200",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryView.class)))
  public Response get(@PathParam("id") long id) {
    CategoryView category = categories.get(id);
    return Versions.ok(category, category.version());
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Rewrite, move or hide a category",
      description = "409 `slug_taken`; 400 if it would come below itself.")
  @APIResponse(
      responseCode = "200",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryView.class)))
  public Response update(@PathParam("id") long id, @BeanParam IfMatch read, SaveCategory category) {
    CategoryView changed = categories.update(id, read.version(), category);
    return Versions.ok(changed, changed.version());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete an empty category", description = "409 `category_in_use`.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public Response delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    categories.delete(id, read.version());
    return Response.noContent().build();
  }
}
