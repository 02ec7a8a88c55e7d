package uz.gogomarket.web.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.identity.GuestService;
import uz.gogomarket.identity.GuestToken;
import uz.gogomarket.web.rest.Created;

/** Visitors without an account. */
@Path("guests")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Logging in")
public class GuestsResource {

  @Inject GuestService guests;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Open a guest session",
      description =
          "The token goes into `X-Guest-Token`: it keeps a cart and the orders of a guest.")
  public Created<GuestToken> open() {
    return new Created<>(guests.open(), null);
  }
}
