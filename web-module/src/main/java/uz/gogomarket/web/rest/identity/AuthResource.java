package uz.gogomarket.web.rest.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.identity.AccountView;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.LogIn;
import uz.gogomarket.identity.RegisterAccount;
import uz.gogomarket.identity.TokenPair;
import uz.gogomarket.web.rest.Created;

/** The entrance. */
@Path("auth")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logging in")
public class AuthResource {

  @Inject IdentityService identity;

  /** A refresh token, which works once. */
  public record Refresh(@NotNull @Size(max = 200) String refreshToken) {
    @Override
    public String toString() {
      return "Refresh[]";
    }
  }

  @POST
  @Path("register")
  @SecurityRequirements
  @Operation(
      summary = "Open an account",
      description =
          "A buyer's account. The password has at least 10 characters and at most 72 bytes and is not"
              + " the e-mail address. Answers 409 `email_taken` where another account has the address.")
  public Created<AccountView> register(RegisterAccount account) {
    return Created.of(identity.register(account), made -> "/me");
  }

  @POST
  @Path("login")
  @SecurityRequirements
  @Operation(
      summary = "Log in",
      description =
          "Opens a session. A guest token sent along hands the guest's cart to the account. Wrong"
              + " passwords spend a budget of the account and address: 429 with `Retry-After` when it is"
              + " used up.")
  @APIResponse(responseCode = "401", description = "The e-mail address or the password is wrong.")
  @APIResponse(responseCode = "403", description = "The account is suspended.")
  @APIResponse(
      responseCode = "200",
      description = "An access token for 15 minutes and a refresh token for 30 days")
  public TokenPair logIn(LogIn credentials) {
    return identity.logIn(credentials);
  }

  @POST
  @Path("refresh")
  @SecurityRequirements
  @Operation(
      summary = "Trade a refresh token for new tokens",
      description =
          "Works once for each refresh token: presenting one again ends the whole session (401"
              + " `refresh_token_reused`).")
  @APIResponse(responseCode = "401", description = "The refresh token is not good any more.")
  @APIResponse(responseCode = "403", description = "The account is suspended.")
  @APIResponse(responseCode = "200", description = "New tokens")
  public TokenPair refresh(Refresh refresh) {
    return identity.refresh(refresh.refreshToken());
  }

  @POST
  @Path("logout")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Log out", description = "Ends the session of the access token.")
  public void logOut() {
    identity.logOut();
  }
}
