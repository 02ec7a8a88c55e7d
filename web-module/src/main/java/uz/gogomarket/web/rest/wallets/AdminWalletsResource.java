package uz.gogomarket.web.rest.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.wallets.DepositReceipt;
import uz.gogomarket.wallets.RecordDeposit;
import uz.gogomarket.wallets.WalletService;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;

/** Accounting books what has come in. */
@Path("admin/wallets")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounting")
public class AdminWalletsResource {

  private static final String EXAMPLE =
      "{\"amount\": {\"amount\": \"500000.00\", \"currency\": \"UZS\"}, \"source\": \"bank\","
          + " \"reference\": \"2026-11-21/000147\"}";

  @Inject WalletService wallets;
  @Inject Idempotent idempotent;

  @POST
  @Path("{userId}/deposits")
  @Operation(
      summary = "Book a deposit into somebody's wallet",
      description =
          "The reference of a source is booked once, whatever key it comes with, be it for a"
              + " deposit or for a checkout: 409 `deposit_already_recorded`. Into one's own wallet: 409 `own_money`.")
  public Created<DepositReceipt> deposit(
      @PathParam("userId") long userId,
      @BeanParam IdempotencyKey key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = RecordDeposit.class),
                      examples = @ExampleObject(name = "bank transfer", value = EXAMPLE)))
          RecordDeposit deposit) {
    return idempotent.once(
        key,
        () ->
            Created.of(
                wallets.recordDeposit(userId, deposit),
                receipt -> "/admin/wallets/" + userId + "/deposits/" + receipt.id()));
  }
}
