package uz.gogomarket.web.rest.shipping;

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
import uz.gogomarket.shipping.SaveTariff;
import uz.gogomarket.shipping.SaveZone;
import uz.gogomarket.shipping.ZoneService;
import uz.gogomarket.shipping.ZoneView;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

/** Where we deliver, drawn by admins. */
@Path("admin/delivery-zones")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: delivery")
public class DeliveryZonesResource {

  @Inject ZoneService zones;

  /** A page of zones. */
  public record ZonePage(List<ZoneView> items, @Nullable String nextCursor) {}

  @GET
  @Operation(summary = "List the delivery zones with their tariffs")
  @APIResponse(
      responseCode = "200",
      description = "A page of zones, the oldest first",
      content = @Content(schema = @Schema(implementation = ZonePage.class)))
  public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(zones.list(paging.request()), uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a delivery zone")
  @APIResponse(
      responseCode = "200",
      description = "The zone, with its version as ETag",
      content = @Content(schema = @Schema(implementation = ZoneView.class)))
  public Response get(@PathParam("id") long id) {
    return ok(zones.get(id));
  }

  @POST
  @Operation(
      summary = "Draw a delivery zone",
      description = "It delivers as soon as it has a tariff.")
  @APIResponse(
      responseCode = "201",
      description = "The zone",
      content = @Content(schema = @Schema(implementation = ZoneView.class)))
  public Response create(SaveZone zone) {
    ZoneView made = zones.create(zone);
    return Response.created(URI.create(Api.PATH + "/admin/delivery-zones/" + made.id()))
        .tag(new EntityTag(String.valueOf(made.version())))
        .entity(made)
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a delivery zone")
  @APIResponse(
      responseCode = "200",
      description = "The zone as it is now",
      content = @Content(schema = @Schema(implementation = ZoneView.class)))
  public Response update(@PathParam("id") long id, @BeanParam IfMatch read, SaveZone zone) {
    return ok(zones.update(id, read.version(), zone));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Close a delivery zone",
      description = "It stays for the orders that speak of it, but nothing new is delivered there.")
  @APIResponse(responseCode = "204", description = "The zone is closed")
  public void close(@PathParam("id") long id, @BeanParam IfMatch read) {
    zones.close(id, read.version());
  }

  @PUT
  @Path("{id}/tariff")
  @Operation(
      summary = "Put a new tariff into force",
      description = "Orders keep the quote that they were placed with.")
  @APIResponse(
      responseCode = "200",
      description = "The zone with its new tariff",
      content = @Content(schema = @Schema(implementation = ZoneView.class)))
  public Response setTariff(@PathParam("id") long id, @BeanParam IfMatch read, SaveTariff tariff) {
    return ok(zones.setTariff(id, read.version(), tariff));
  }

  private static Response ok(ZoneView zone) {
    return Versions.ok(zone, zone.version());
  }
}
