package uz.gogomarket.web.rest.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.wallets.WalletLine;
import uz.gogomarket.wallets.WalletService;
import uz.gogomarket.wallets.WalletView;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;

/** One's own GoGoMoney wallet. */
@Path("wallet")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My wallet")
public class WalletResource {

  @Inject WalletService wallets;

  /** A page of movements. */
  public record LinePage(List<WalletLine> items, @Nullable String nextCursor) {}

  @GET
  @Operation(
      summary = "Read my wallet",
      description = "What can be spent, and what later earnings settle first.")
  public WalletView get() {
    return wallets.mine();
  }

  @GET
  @Path("transactions")
  @Operation(
      summary = "List the movements of my wallet",
      description = "The newest first, each with the balance before and after.")
  @APIResponse(
      responseCode = "200",
      description = "A page of movements",
      content = @Content(schema = @Schema(implementation = LinePage.class)))
  public Response transactions(@BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(wallets.transactions(paging.request()), uri);
  }
}
