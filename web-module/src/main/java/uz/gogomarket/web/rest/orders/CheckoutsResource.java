package uz.gogomarket.web.rest.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.orders.CheckoutQuote;
import uz.gogomarket.orders.CheckoutService;
import uz.gogomarket.orders.CheckoutView;
import uz.gogomarket.orders.PlaceCheckout;
import uz.gogomarket.orders.QuoteCheckout;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;

/** From the cart to orders. */
@Path("checkouts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "guest")
@Tag(name = "Checkout")
public class CheckoutsResource {

  @Inject CheckoutService checkouts;
  @Inject Idempotent idempotent;

  @POST
  @Path("quote")
  @Operation(
      summary = "Ask what the cart costs, brought to an address",
      description =
          "An address of the account (`addressId`) or one written here (`address`); neither where"
              + " nothing has to be shipped. Changes nothing.")
  @RequestBody(
      content = @Content(examples = @ExampleObject(name = "mine", value = "{\"addressId\": 41}")))
  public CheckoutQuote quote(QuoteCheckout ask) {
    return checkouts.quote(ask);
  }

  @POST
  @Operation(
      summary = "Buy what is in the cart",
      description =
          "One order per seller under one payment, all of it or nothing. 409 `price_changed` (with"
              + " the new quote as `facts`), `out_of_stock`, `not_available`,"
              + " `insufficient_funds`, `cart_empty`. Guests send `guestInfo` and pay in cash.")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "wallet",
                      value =
                          """
                          {"addressId": 41, "paymentMethod": "gogomoney",
                           "expectedTotal": {"amount": "125000.00", "currency": "UZS"}}""")))
  public Created<CheckoutView> place(@BeanParam IdempotencyKey key, PlaceCheckout command) {
    return idempotent.once(
        key,
        () -> Created.of(checkouts.place(command), made -> "/checkouts/" + made.checkoutNumber()));
  }

  @GET
  @Path("{number}")
  @Operation(summary = "Read one of my checkouts")
  public CheckoutView get(@PathParam("number") String number) {
    return checkouts.get(number);
  }

  @POST
  @Path("{number}/pay")
  @SecurityRequirement(name = "bearer")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Pay a waiting checkout out of the wallet",
      description = "409 `not_awaiting_payment` or `insufficient_funds`.")
  public CheckoutView pay(@PathParam("number") String number, @BeanParam IdempotencyKey key) {
    return idempotent.once(key, () -> checkouts.pay(number));
  }
}
