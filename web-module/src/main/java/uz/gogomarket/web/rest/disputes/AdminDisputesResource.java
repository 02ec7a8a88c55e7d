package uz.gogomarket.web.rest.disputes;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.disputes.DecideDispute;
import uz.gogomarket.disputes.DisputeDesk;
import uz.gogomarket.disputes.DisputeDetail;
import uz.gogomarket.disputes.DisputeSummary;
import uz.gogomarket.disputes.OpenDispute;
import uz.gogomarket.disputes.WriteMessage;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** All disputes, for those who decide them; the tasklist shows the same tasks. */
@Path("admin/disputes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: disputes")
public class AdminDisputesResource {

  @Inject DisputeDesk desk;
  @Inject Idempotent idempotent;

  @GET
  @Operation(summary = "List disputes", description = "Newest first.")
  public Page<DisputeSummary> list(@BeanParam DisputeList list, @BeanParam Paging paging) {
    return desk.list(list.status, paging.request());
  }

  @POST
  @Operation(
      summary = "Open a dispute for a guest",
      description =
          "For an order that was bought without an account; whoever opens it does not decide it."
              + " 409 `not_a_guest`, `own_dispute`, and as for `POST /disputes`.")
  public Created<DisputeDetail> open(@BeanParam IdempotencyKey key, OpenDispute command) {
    return idempotent.once(
        key,
        () -> Created.of(desk.open(command), made -> "/admin/disputes/" + made.dispute().id()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read any dispute")
  public DisputeDetail get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @POST
  @Path("{id}/messages")
  @Operation(summary = "Ask or tell both sides something")
  public DisputeDetail write(@PathParam("id") long id, WriteMessage message) {
    return desk.write(id, message);
  }

  @POST
  @Path("{id}/claim")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Take the task of deciding",
      description =
          "409 `task_taken` where somebody else has, `dispute_status`, `own_dispute`,"
              + " `same_decider`.")
  public DisputeDetail claim(@PathParam("id") long id) {
    return desk.claim(id);
  }

  @POST
  @Path("{id}/decide")
  @Operation(
      summary = "Decide a dispute, the first time or after an appeal",
      description =
          "`refund_full`, `refund_partial` (with `refundAmount`), `replace` or `reject`. The money"
              + " moves at once. 409 `dispute_status`, `task_taken`, `own_dispute`, `same_decider`.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = DecideDispute.class),
              examples =
                  @ExampleObject(
                      name = "half",
                      value =
                          """
                          {"decision": "refund_partial",
                           "refundAmount": {"amount": "50000.00", "currency": "UZS"},
                           "resolution": "The frame is scratched, but it can be used."}""")))
  public DisputeDetail decide(
      @PathParam("id") long id, @BeanParam IdempotencyKey key, DecideDispute command) {
    return idempotent.once(key, () -> desk.decide(id, command));
  }
}
