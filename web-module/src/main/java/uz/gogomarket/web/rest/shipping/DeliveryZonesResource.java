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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.platform.Page;
import uz.gogomarket.shipping.SaveTariff;
import uz.gogomarket.shipping.SaveZone;
import uz.gogomarket.shipping.ZoneService;
import uz.gogomarket.shipping.ZoneView;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Paging;

/** Where we deliver, drawn by admins. */
@Path("admin/delivery-zones")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: delivery")
public class DeliveryZonesResource {

  @Inject ZoneService zones;

  @GET
  @Operation(summary = "List the delivery zones with their tariffs")
  public Page<ZoneView> list(@BeanParam Paging paging) {
    return zones.list(paging.request());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a delivery zone")
  public ZoneView get(@PathParam("id") long id) {
    return zones.get(id);
  }

  @POST
  @Operation(
      summary = "Draw a delivery zone",
      description = "It delivers as soon as it has a tariff.")
  public Created<ZoneView> create(SaveZone zone) {
    return Created.of(zones.create(zone), made -> "/admin/delivery-zones/" + made.id());
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Change a delivery zone")
  public ZoneView update(@PathParam("id") long id, @BeanParam IfMatch read, SaveZone zone) {
    return zones.update(id, read.version(), zone);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Close a delivery zone",
      description = "It stays for the orders that speak of it, but nothing new is delivered there.")
  public void close(@PathParam("id") long id, @BeanParam IfMatch read) {
    zones.close(id, read.version());
  }

  @PUT
  @Path("{id}/tariff")
  @Operation(
      summary = "Put a new tariff into force",
      description = "Orders keep the quote that they were placed with.")
  public ZoneView setTariff(@PathParam("id") long id, @BeanParam IfMatch read, SaveTariff tariff) {
    return zones.setTariff(id, read.version(), tariff);
  }
}
