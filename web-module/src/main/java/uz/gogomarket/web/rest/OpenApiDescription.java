package uz.gogomarket.web.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import uz.gogomarket.platform.Money;

/**
 * Adds to the description what holds for every operation: the refusals that any call can meet and
 * who has to log in. It runs while building, when the description is made of the annotations.
 */
public class OpenApiDescription implements OASFilter {

  private static final List<Object> CURRENCY = List.of(Money.CURRENCY);
  private static final String BEARER = "bearer";
  private static final String GUEST = "guest";
  private static final Set<String> PUBLIC =
      Set.of("auth", "categories", "products", "guests", "delivery-quotes", "settings");
  private static final Set<String> GUESTS = Set.of("carts", "checkouts", "orders", "payments");

  /** Sorted, so that every build writes the same document. */
  private static final Map<String, String> REFUSALS =
      new TreeMap<>(
          Map.of(
              "400", "The input breaks a rule; `violations` names the fields.",
              "404", "There is no such thing, or it is somebody else's.",
              "406", "Only application/json is answered.",
              "429", "The budget of requests is used up; see `Retry-After`.",
              "500", "Our fault; the request's id helps to find it.",
              "503", "The service is not available; try again."));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("GoGoMarket")
            .version("v1")
            .description("The REST API of the marketplace: one set of rules for every endpoint."));
    describeSecurity(api);
    Map<String, PathItem> paths = api.getPaths().getPathItems();
    if (paths == null) {
      return;
    }
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().forEach((method, it) -> describe(path, method, it)));
  }

  /** Enums go over the wire as their lower-case labels. */
  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getEnumeration() != null && !CURRENCY.equals(schema.getEnumeration())) {
      schema.setEnumeration(
          schema.getEnumeration().stream()
              .map(constant -> (Object) constant.toString().toLowerCase(Locale.ROOT))
              .toList());
    }
    return schema;
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
}
