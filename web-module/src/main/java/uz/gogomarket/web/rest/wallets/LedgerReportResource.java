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
import uz.gogomarket.wallets.LedgerReport;
import uz.gogomarket.wallets.LedgerReports;
import uz.gogomarket.wallets.OrderEscrow;
import uz.gogomarket.web.rest.Paging;

/** The books. */
@Path("admin/reports/ledger")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounting")
public class LedgerReportResource {

  @Inject LedgerReports reports;

  @GET
  @Operation(
      summary = "Read the trial balance and prove the books",
      description =
          "Proves on demand that every entry sums to zero, that every wallet's balance is the sum"
              + " of its lines and of its postings, and that neither lines nor orders' histories go"
              + " back in time.")
  public LedgerReport report() {
    return reports.report();
  }

  @GET
  @Path("escrow")
  @Operation(summary = "List the orders that hold money")
  public Page<OrderEscrow> escrow(@BeanParam Paging paging) {
    return reports.escrow(paging.request());
  }
}
