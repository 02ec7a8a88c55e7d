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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.commissions.CommissionRuleService;
import uz.gogomarket.commissions.CommissionRuleView;
import uz.gogomarket.commissions.SaveCommissionRule;
import uz.gogomarket.web.rest.Api;
import uz.gogomarket.web.rest.IfMatch;
import uz.gogomarket.web.rest.Pages;
import uz.gogomarket.web.rest.Paging;
import uz.gogomarket.web.rest.Versions;

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

  /** A page of rules. */
  public record RulePage(List<CommissionRuleView> items, @Nullable String nextCursor) {}

  /**
   * Where a rule goes.
   *
   * @param before the rule that is tried next; without it the rule goes to the end
   */
  public record Move(@Nullable @Schema(example = "1") Long before) {}

  @GET
  @Operation(summary = "List the commission rules", description = "In the order of their trial.")
  @APIResponse(
      responseCode = "200",
      description = "A page of rules",
      content = @Content(schema = @Schema(implementation = RulePage.class)))
  public Response list(@BeanParam Paging paging, @Context UriInfo uri) {
    return Pages.ok(rules.list(paging.request()), uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a commission rule")
  @APIResponse(
      responseCode = "200",
      description = "The rule, with its version as ETag",
      content = @Content(schema = @Schema(implementation = CommissionRuleView.class)))
  public Response get(@PathParam("id") long id) {
    return answer(rules.get(id));
  }

  @POST
  @Operation(
      summary = "Add a commission rule",
      description =
          "It is tried just before the first rule that matches everything; move it where it"
              + " belongs.")
  @APIResponse(
      responseCode = "201",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = CommissionRuleView.class)))
  public Response create(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SaveCommissionRule.class),
                      examples = @ExampleObject(name = "campaign", value = EXAMPLE)))
          SaveCommissionRule rule) {
    CommissionRuleView made = rules.create(rule);
    return Response.created(URI.create(Api.PATH + "/admin/commission-rules/" + made.id()))
        .tag(new EntityTag(String.valueOf(made.version())))
        .entity(made)
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replace a commission rule",
      description = "Orders that were placed before keep their commission.")
  @APIResponse(
      responseCode = "200",
      description = "The rule as it is now",
      content = @Content(schema = @Schema(implementation = CommissionRuleView.class)))
  public Response update(
      @PathParam("id") long id, @BeanParam IfMatch read, SaveCommissionRule rule) {
    return answer(rules.update(id, read.version(), rule));
  }

  @POST
  @Path("{id}/move")
  @Operation(summary = "Move a commission rule before another one, or to the end")
  @APIResponse(
      responseCode = "200",
      description = "The rule at its new place",
      content = @Content(schema = @Schema(implementation = CommissionRuleView.class)))
  public Response move(@PathParam("id") long id, @BeanParam IfMatch read, Move move) {
    return answer(rules.move(id, read.version(), move.before()));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Delete a commission rule",
      description = "Only one that never decided anything; others can be switched off.")
  @APIResponse(responseCode = "204", description = "The rule is gone")
  public void delete(@PathParam("id") long id, @BeanParam IfMatch read) {
    rules.delete(id, read.version());
  }

  private static Response answer(CommissionRuleView rule) {
    return Versions.ok(rule, rule.version());
  }
}
