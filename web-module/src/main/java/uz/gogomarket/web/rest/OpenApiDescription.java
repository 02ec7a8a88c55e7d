package uz.gogomarket.web.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the description what holds for every operation: the problem document and the refusals
 * that any call can meet, who has to log in, and the API's own paths only.
 */
public class OpenApiDescription implements OASFilter {

  private static final String BEARER = "bearer";
  private static final String GUEST = "guest";
  private static final Set<String> PUBLIC =
      Set.of("auth", "categories", "products", "guests", "delivery-quotes", "settings");
  private static final Set<String> GUESTS = Set.of("carts", "checkouts", "orders", "payments");

  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "The input breaks a rule; `violations` names the fields.",
          "404", "There is no such thing, or it is somebody else's.",
          "406", "Only application/json is answered.",
          "429", "The budget of requests is used up; see `Retry-After`.",
          "500", "Our fault; the request's id helps to find it.",
          "503", "The service is not available; try again.");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("GoGoMarket")
            .version("v1")
            .description("The REST API of the marketplace: one set of rules for every endpoint."));
    describeSecurity(api);
    api.getComponents().addSchema("Problem", problem());
    Map<String, PathItem> paths = api.getPaths().getPathItems();
    if (paths == null) {
      return;
    }
    paths.keySet().stream()
        .filter(path -> !path.startsWith(Api.PATH + "/") && !path.startsWith("/.well-known/"))
        .toList()
        .forEach(path -> api.getPaths().removePathItem(path));
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().forEach((method, it) -> describe(path, method, it)));
  }

  private static void describeSecurity(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents()
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token from /auth/login, good for 15 minutes."))
        .addSecurityScheme(
            GUEST,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Guest-Token")
                .description("A guest token from /guests."));
  }

  private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
    String room = path.substring(Math.min(path.length(), Api.PATH.length() + 1)).split("/", 2)[0];
    boolean open = PUBLIC.contains(room) || path.startsWith("/.well-known/");
    REFUSALS.forEach((status, text) -> refuse(operation, status, text));
    if (!open) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
      if (GUESTS.contains(room)) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(GUEST));
      }
      refuse(operation, "401", "Nobody is logged in, or the token is not valid any more.");
      refuse(operation, "403", "You may not do this.");
    }
    if (method == PathItem.HttpMethod.POST
        || method == PathItem.HttpMethod.PUT
        || method == PathItem.HttpMethod.PATCH) {
      refuse(operation, "409", "The state of things forbids it now; `code` says why.");
      refuse(operation, "413", "The body is too large.");
      refuse(operation, "415", "Send application/json.");
      refuse(operation, "422", "It cannot be carried out as it stands; `code` says why.");
    }
    if (method == PathItem.HttpMethod.PUT
        || method == PathItem.HttpMethod.PATCH
        || method == PathItem.HttpMethod.DELETE) {
      refuse(operation, "412", "It was changed since you read it.");
      refuse(operation, "428", "Send the ETag that you read as `If-Match`.");
    }
  }

  private static void refuse(Operation operation, String status, String text) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    if (operation.getResponses().hasAPIResponse(status)) {
      return;
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(text)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        ProblemDocument.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    operation.getResponses().addAPIResponse(status, response);
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .type(Schema.SchemaType.OBJECT)
        .description("What a client is told when it is refused (RFC 9457).")
        .addProperty("type", text("urn:gogomarket:problem:out_of_stock"))
        .addProperty("title", text("Out of stock"))
        .addProperty(
            "status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER).example(409))
        .addProperty("detail", text("Only 2 are left of product 17."))
        .addProperty("instance", text("urn:gogomarket:request:5c4f…"))
        .addProperty("code", text("out_of_stock"))
        .addProperty(
            "violations",
            OASFactory.createSchema()
                .type(Schema.SchemaType.ARRAY)
                .items(
                    OASFactory.createSchema()
                        .type(Schema.SchemaType.OBJECT)
                        .addProperty("field", text("quantity"))
                        .addProperty("message", text("must be greater than or equal to 1"))))
        .addProperty(
            "facts",
            OASFactory.createSchema()
                .description(
                    "What a program needs to go on: the new quote with price_changed, the items"
                        + " that are short with out_of_stock."))
        .required(List.of("type", "title", "status", "instance", "code"));
  }

  private static Schema text(String example) {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING).example(example);
  }
}
