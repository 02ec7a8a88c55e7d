package uz.gogomarket.web.rest.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.platform.Page;
import uz.gogomarket.wallets.WalletLine;
import uz.gogomarket.wallets.WalletService;
import uz.gogomarket.wallets.WalletView;
import uz.gogomarket.web.rest.Paging;

/** One's own GoGoMoney wallet. */
@Path("wallet")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My wallet")
public class WalletResource {

  @Inject WalletService wallets;

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
  public Page<WalletLine> transactions(@BeanParam Paging paging) {
    return wallets.transactions(paging.request());
  }
}
