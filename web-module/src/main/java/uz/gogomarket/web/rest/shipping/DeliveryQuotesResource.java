package uz.gogomarket.web.rest.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.shipping.QuoteDelivery;
import uz.gogomarket.shipping.ShippingQuote;
import uz.gogomarket.shipping.ShippingService;

/** What a delivery would cost, for everybody. */
@Path("delivery-quotes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Delivery")
public class DeliveryQuotesResource {

  @Inject ShippingService shipping;

  @POST
  @Operation(
      summary = "Ask what a delivery costs",
      description =
          "The zone is found from the position, or else from the district. 422"
              + " `not_deliverable` where there is none, `below_minimum_order` below the tariff's"
              + " minimum.")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Chilonzor",
                      value =
                          """
                          {"destination": {"position": {"latitude": 41.2756, "longitude": 69.2034},
                                           "city": "Toshkent", "district": "Chilonzor"},
                           "weightKg": 2.5,
                           "subtotal": {"amount": "180000.00", "currency": "UZS"}}""")))
  public ShippingQuote quote(QuoteDelivery ask) {
    return shipping.quote(ask);
  }
}
