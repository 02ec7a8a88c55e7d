package uz.gogomarket.web.rest.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import uz.gogomarket.commissions.CommissionRuleService;
import uz.gogomarket.commissions.CommissionRuleView;
import uz.gogomarket.commissions.SaveCommissionRule;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Created;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Paging;

/** Admins set the commission rules; the first that matches an item decides. */
@Path("admin/commission-rules")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: commissions")
public class CommissionRulesResource {

  private static final String EXAMPLE =
      "{\"name\": \"Winter campaign for books\", \"categoryId\": 12, \"rate\": 5.00,"
          + " \"startsAt\": \"2026-12-01T00:00:00Z\", \"endsAt\": \"2027-01-01T00:00:00Z\","
          + " \"active\": true}";

  @Inject CommissionRuleService rules;

  /**
   * Where a rule goes.
   *
   * @param before the rule that is tried next; without it the rule goes to the end
   */
  public record Move(@Nullable @Schema(example = "1") Long before) {}

  @GET
  @Operation(summary = "List the commission rules", description = "In the order of their trial.")
  public Page<CommissionRuleView> list(@BeanParam Paging paging) {
    return rules.list(paging.request());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a commission rule")
  public CommissionRuleView get(@PathParam("id") long id) {
    return rules.get(id);
  }

  @POST
  @Operation(
      summary = "Add a commission rule",
      description =
          "It is tried just before the first rule that matches everything; move it where it"
              + " belongs.")
  public Created<CommissionRuleView> create(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SaveCommissionRule.class),
                      examples = @ExampleObject(name = "campaign", value = EXAMPLE)))
          SaveCommissionRule rule) {
    return Created.of(rules.create(rule), made -> "/admin/commission-rules/" + made.id());
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replace a commission rule",
      description = "Orders that were placed before keep their commission.")
  public CommissionRuleView update(
      @PathParam("id") long id, @BeanParam IfMatch read, SaveCommissionRule rule) {
    return rules.update(id, read.version(), rule);
  }

  @POST
  @Path("{id}/move")
  @Operation(summary = "Move a commission rule before another one, or to the end")
  public CommissionRuleView move(@PathParam("id") long id, @BeanParam IfMatch read, Move move) {
    return rules.move(id, read.version(), move.before());
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Delete a commission rule",
      description = "Only one that never decided anything; others can be switched off.")
  public void delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    rules.delete(id, read.version());
  }
}
