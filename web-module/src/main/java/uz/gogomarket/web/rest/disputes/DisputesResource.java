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
import uz.gogomarket.disputes.AppealDispute;
import uz.gogomarket.disputes.DisputeDetail;
import uz.gogomarket.disputes.DisputeService;
import uz.gogomarket.disputes.DisputeSummary;
import uz.gogomarket.disputes.OpenDispute;
import uz.gogomarket.disputes.WriteMessage;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IdempotencyKey;
import uz.gogomarket.web.rest.Idempotent;
import uz.gogomarket.web.rest.Paging;

/** One's disputes, as buyer or seller. */
@Path("disputes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
public class DisputesResource {

  @Inject DisputeService disputes;
  @Inject Idempotent idempotent;

  @GET
  @Operation(summary = "List my disputes", description = "Newest first.")
  public Page<DisputeSummary> list(@BeanParam DisputeList list, @BeanParam Paging paging) {
    return disputes.list(list.status, paging.request());
  }

  @POST
  @Operation(
      summary = "Open a dispute over an order that I bought or sold",
      description =
          "From the pick-up until the hold is over, one at a time, and none after a decision but"
              + " `replace`; one that was withdrawn can be opened again once. The order's money is"
              + " frozen until the dispute is closed. 409 `dispute_open`, `dispute_decided`,"
              + " `dispute_withdrawn`, `not_disputable`.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = OpenDispute.class),
              examples =
                  @ExampleObject(
                      name = "broken",
                      value =
                          """
                          {"orderNumber": "GM00020645", "type": "product_issue",
                           "reason": "The glass is broken.",
                           "attachments": ["https://files.example/photo.jpg"]}""")))
  public Created<DisputeDetail> open(@BeanParam IdempotencyKey key, OpenDispute command) {
    return idempotent.once(
        key, () -> Created.of(disputes.open(command), made -> "/disputes/" + made.dispute().id()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read one of my disputes")
  public DisputeDetail get(@PathParam("id") long id) {
    return disputes.get(id);
  }

  @POST
  @Path("{id}/messages")
  @Operation(summary = "Say something in a dispute", description = "Until it is closed.")
  public DisputeDetail write(@PathParam("id") long id, WriteMessage message) {
    return disputes.write(id, message);
  }

  @POST
  @Path("{id}/answer")
  @Operation(
      summary = "Answer a dispute that the other side opened",
      description =
          "Once, until `answerDueAt`; an admin decides next. 409 `dispute_status`, `own_dispute`.")
  public DisputeDetail answer(@PathParam("id") long id, WriteMessage answer) {
    return disputes.answer(id, answer);
  }

  @POST
  @Path("{id}/withdraw")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Take back a dispute that I opened",
      description = "Before it is decided; the money goes its way. 409 `dispute_status`.")
  public DisputeDetail withdraw(@PathParam("id") long id, @BeanParam IdempotencyKey key) {
    return idempotent.once(key, () -> disputes.withdraw(id));
  }

  @POST
  @Path("{id}/appeal")
  @Operation(
      summary = "Appeal against a decision",
      description =
          "Once, until `appealDueAt`, by the side that lost; somebody else decides for good."
              + " 409 `not_appealable`.")
  public DisputeDetail appeal(@PathParam("id") long id, AppealDispute command) {
    return disputes.appeal(id, command);
  }
}
