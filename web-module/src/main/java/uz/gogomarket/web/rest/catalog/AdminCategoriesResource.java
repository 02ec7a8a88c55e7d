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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.catalog.CategoryService;
import uz.gogomarket.catalog.CategoryView;
import uz.gogomarket.catalog.SaveCategory;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Paging;

/** The tree of categories as admins with {@code catalog.manage} keep it. */
@Path("admin/categories")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: catalogue")
public class AdminCategoriesResource {

  @Inject CategoryService categories;

  @GET
  @Operation(summary = "List all categories, hidden ones too")
  public Page<CategoryView> list(@BeanParam Paging paging) {
    return categories.list(paging.request());
  }

  @POST
  @Operation(summary = "Make a category", description = "409 `slug_taken`.")
  public Created<CategoryView> create(SaveCategory category) {
    return Created.of(categories.create(category), made -> "/admin/categories/" + made.id());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a category")
  public CategoryView get(@PathParam("id") long id) {
    return categories.get(id);
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Rewrite, move or hide a category",
      description = "409 `slug_taken`; 400 if it would come below itself.")
  public CategoryView update(
      @PathParam("id") long id, @BeanParam IfMatch read, SaveCategory category) {
    return categories.update(id, read.version(), category);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete an empty category", description = "409 `category_in_use`.")
  public void delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    categories.delete(id, read.version());
  }
}
