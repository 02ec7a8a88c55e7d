package uz.gogomarket.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import uz.gogomarket.platform.Money;

/**
 * Adds to the description what holds for every operation: the refusals that any call can meet and
 * who has to log in: everybody, where an operation does not say otherwise. It runs while building,
 * when the description is made of the annotations.
 */
public class OpenApiDescription implements OASFilter {

  private static final List<Object> CURRENCY = List.of(Money.CURRENCY);
  private static final String BEARER = "bearer";
  static final String GUEST = "guest";

  /** Where one comes to get a token: one that is shown there does not matter. */
  private static final Set<String> ENTRANCES = Set.of("/auth/", "/guests");

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

  private final IndexView classes;

  /**
   * @param classes of the marketplace, as the build has just compiled them
   */
  public OpenApiDescription(IndexView classes) {
    this.classes = classes;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    OpenApiGuide.open(api);
    describeSecurity(api);
    new OpenApiSchemas(classes, api).complete(operations(api, ""));
    new OpenApiAnswers(classes, api).describe(operations(api, Api.PATH + "/"));
    OpenApiExamples examples = new OpenApiExamples(api);
    OpenApiHeaders headers = new OpenApiHeaders(api);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          if (path.startsWith(Api.PATH + "/")) {
                            String below = path.substring(Api.PATH.length());
                            operation.setOperationId(OpenApiNames.of(method.name(), below));
                            describe(below, method, operation);
                            headers.describe(operation);
                            parameters(operation)
                                .forEach(
                                    each -> examples.illustrate(operation.getOperationId(), each));
                          }
                          bodies(operation).forEach(examples::illustrate);
                        }));
    examples.requireAllUsed();
  }

  private static List<Operation> operations(OpenAPI api, String below) {
    return api.getPaths().getPathItems().entrySet().stream()
        .filter(path -> path.getKey().startsWith(below))
        .flatMap(path -> path.getValue().getOperations().values().stream())
        .toList();
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
    REFUSALS.forEach((status, text) -> refuse(operation, status, text));
    if (operation.getSecurity() == null) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
    }
    if (!operation.getSecurity().isEmpty()) {
      refuse(operation, "401", "Nobody is logged in, or the token is not valid any more.");
      refuse(operation, "403", "You may not do this.");
    } else if (ENTRANCES.stream().noneMatch(path::startsWith)) {
      refuse(operation, "401", "The token that was sent along is not valid any more.");
    }
    if (method != PathItem.HttpMethod.GET) {
      refuse(operation, "409", "The state of things forbids it now; `code` says why.");
    }
    if (operation.getRequestBody() != null || takes(operation, IdempotencyKey.HEADER)) {
      refuse(operation, "413", "The body is too large.");
      refuse(operation, "415", "Send application/json.");
      refuse(operation, "422", "It cannot be carried out as it stands; `code` says why.");
    }
    if (takes(operation, IfMatch.HEADER)) {
      refuse(operation, "412", "It was changed since you read it.");
      refuse(operation, "428", "Send the ETag that you read as `If-Match`.");
    }
    operation.getResponses().getAPIResponses().forEach(OpenApiDescription::explain);
    parameters(operation).forEach(OpenApiDescription::listExample);
    operation.addParameter(
        header(HttpHeaders.ACCEPT_LANGUAGE, "uz, ru or en; of texts and of problems", "uz"));
    if (operation.getResponses().hasAPIResponse("304")) {
      operation.addParameter(
          header(HttpHeaders.IF_NONE_MATCH, "The ETag of what you have", "\"Zr9w3vQ1kX0aB5cD\""));
    }
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  /** An annotation cannot hold a list: its example is one of the values. */
  private static void listExample(Parameter parameter) {
    Object example = parameter.getExample();
    if (parameter.getSchema().getItems() != null && example != null && !(example instanceof List)) {
      parameter.setExample(List.of(example));
    }
  }

  static boolean takes(Operation operation, String header) {
    return parameters(operation).stream().anyMatch(each -> header.equals(each.getName()));
  }

  private static Parameter header(String name, String description, String example) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
        .example(example);
  }

  /** What goes in and what comes out if all goes well. */
  private static List<MediaType> bodies(Operation operation) {
    Stream<Content> answers =
        operation.getResponses().getAPIResponses().entrySet().stream()
            .filter(answer -> answer.getKey().startsWith("2"))
            .map(answer -> answer.getValue().getContent());
    RequestBody body = operation.getRequestBody();
    return Stream.concat(Stream.ofNullable(body).map(RequestBody::getContent), answers)
        .filter(Objects::nonNull)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .toList();
  }

  private static void refuse(Operation operation, String status, String text) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    if (!operation.getResponses().hasAPIResponse(status)) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(text));
    }
  }

  /** Every refusal is a problem. */
  private static void explain(String status, APIResponse answer) {
    if (status.compareTo("400") >= 0) {
      Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
      answer.setContent(
          OASFactory.createContent()
              .addMediaType(
                  ProblemDocument.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
    }
  }
}
