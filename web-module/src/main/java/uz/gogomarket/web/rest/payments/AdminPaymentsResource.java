package uz.gogomarket.web.rest.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.CompleteRefund;
import uz.gogomarket.payments.PaymentDesk;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.payments.PaymentSummary;
import uz.gogomarket.payments.RefundMethod;
import uz.gogomarket.payments.RefundStatus;
import uz.gogomarket.payments.RefundView;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** Accounting sees the payments, and makes the transfers that guests are refunded by. */
@Path("admin")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: accounting")
public class AdminPaymentsResource {

  @Inject PaymentDesk payments;
  @Inject Idempotent idempotent;

  @GET
  @Path("payments")
  @Operation(summary = "List payments", description = "The newest first.")
  public Page<PaymentSummary> payments(
      @QueryParam("status") @Parameter(example = "pending") @Nullable PaymentStatus status,
      @BeanParam Paging paging) {
    return payments.list(status, paging.request());
  }

  @GET
  @Path("refunds")
  @Operation(
      summary = "List refunds",
      description =
          "The newest first; `?status=pending&method=bank_transfer` are the transfers to be made.")
  public Page<RefundView> refunds(
      @QueryParam("status") @Parameter(example = "pending") @Nullable RefundStatus status,
      @QueryParam("method") @Parameter(example = "bank_transfer") @Nullable RefundMethod method,
      @BeanParam Paging paging) {
    return payments.refunds(status, method, paging.request());
  }

  @POST
  @Path("refunds/{id}/complete")
  @Operation(
      summary = "Book the bank transfer of a pending refund",
      description =
          "The reference is booked once. 409 `refund_not_pending`, `refund_already_recorded`,"
              + " `refund_to_wallet`, `money_not_held`, `own_money`.")
  public RefundView complete(
      @PathParam("id") long id,
      @BeanParam IdempotencyKey key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = CompleteRefund.class),
                      examples =
                          @ExampleObject(
                              name = "transfer",
                              value = "{\"reference\": \"2026-11-21/000310\"}")))
          CompleteRefund completion) {
    return idempotent.once(key, () -> payments.complete(id, completion));
  }
}
