package uz.gogomarket.web.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Page;

/**
 * Describes what comes back if all goes well, as the method's type has it: 201 with what is {@link
 * Created}, 204 with nothing, 304 too where it is {@link Cached}, and a page by what it is of.
 */
final class OpenApiAnswers {

  private static final DotName CREATED = DotName.createSimple(Created.class);
  private static final DotName PAGE = DotName.createSimple(Page.class);
  private static final DotName CACHED = DotName.createSimple(Cached.class);

  /** What the scanner says of an answer of which nobody said anything. */
  private static final Set<String> SAYS_NOTHING = Set.of("OK", "Created", "No Content");

  private static final String JSON = jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

  /** Where a schema's name alone would not say it. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("CardPage", "A page of products"),
          Map.entry("EscrowPage", "A page of orders with what each holds"),
          Map.entry("LinePage", "A page of movements"),
          Map.entry("UserPage", "A page of accounts"),
          Map.entry("CashHandIn", "What was booked"),
          Map.entry("CategoryNode", "The category and what is below it"),
          Map.entry("CategoryTree", "The whole tree"),
          Map.entry("DepositReceipt", "The deposit, and the wallet's balance after it"),
          Map.entry("GuestToken", "The guest's token, shown this once"),
          Map.entry("IssuedKey", "The key with its secret, shown this once"),
          Map.entry("PositionTaken", "Whether it was kept"),
          Map.entry("RefundResult", "What came of it"),
          Map.entry("SellerProduct", "The product"),
          Map.entry("UserDetail", "The account with its roles"));

  private final IndexView classes;
  private final OpenAPI api;

  /** Schemas of types that are not answered as they are. */
  private final Set<String> wrappers = new TreeSet<>();

  OpenApiAnswers(IndexView classes, OpenAPI api) {
    this.classes = classes;
    this.api = api;
  }

  /**
   * @param operations that the scanner named by class and method
   */
  void describe(List<Operation> operations) {
    operations.forEach(each -> describe(each, method(each.getOperationId())));
    wrappers.forEach(api.getComponents()::removeSchema);
  }

  private void describe(Operation operation, MethodInfo method) {
    APIResponse answer = takeSuccess(operation);
    Type type = method.returnType();
    String status = type.name().equals(CREATED) ? "201" : "200";
    String words = "It is done.";
    if (type.kind() == Type.Kind.VOID) {
      status = "204";
      answer.setContent(null);
    } else {
      MediaType body = answer.getContent().getMediaType(JSON);
      body.setSchema(unwrapped(type, body.getSchema()));
      words = words(name(body.getSchema()));
    }
    if (SAYS_NOTHING.contains(answer.getDescription())) {
      answer.setDescription(words);
    }
    operation.getResponses().addAPIResponse(status, answer);
    if (method.declaringClass().hasDeclaredAnnotation(CACHED)) {
      operation
          .getResponses()
          .addAPIResponse(
              "304", OASFactory.createAPIResponse().description("You have it already."));
    }
  }

  private MethodInfo method(String operationId) {
    int end = operationId.lastIndexOf('_');
    ClassInfo owner = classes.getClassByName(DotName.createSimple(operationId.substring(0, end)));
    String name = operationId.substring(end + 1);
    return owner.methods().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static APIResponse takeSuccess(Operation operation) {
    String status =
        operation.getResponses().getAPIResponses().keySet().stream()
            .filter(each -> each.startsWith("2"))
            .findFirst()
            .orElseThrow();
    APIResponse answer = operation.getResponses().getAPIResponse(status);
    operation.getResponses().removeAPIResponse(status);
    return answer;
  }

  /** What is made, or the page by the name that it has outside. */
  private Schema unwrapped(Type type, Schema schema) {
    if (type.name().equals(CREATED)) {
      wrappers.add(name(schema));
      Schema made = schema(name(schema)).getProperties().get("entity");
      return unwrapped(argument(type), Objects.requireNonNull(made));
    }
    if (!type.name().equals(PAGE)) {
      return schema;
    }
    wrappers.add(name(schema));
    String page = OpenApiNames.ofPage(argument(type).name().withoutPackagePrefix());
    api.getComponents().addSchema(page, schema(name(schema)));
    return OASFactory.createSchema().ref("#/components/schemas/" + page);
  }

  private static String words(String schema) {
    String known = WORDS.get(schema);
    if (known != null) {
      return known;
    }
    if (schema.endsWith("Page")) {
      return "A page of " + many(schema.substring(0, schema.length() - "Page".length()));
    }
    return schema.endsWith("List")
        ? "The " + many(schema.substring(0, schema.length() - "List".length()))
        : "The " + one(schema);
  }

  private static String one(String type) {
    return OpenApiNames.thing(type).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String many(String type) {
    return (one(type) + "s").replaceFirst("ss$", "ses").replaceFirst("(?<![aeo])ys$", "ies");
  }

  private Schema schema(String name) {
    return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
  }

  private static Type argument(Type type) {
    return type.asParameterizedType().arguments().get(0);
  }

  private static String name(@Nullable Schema schema) {
    String reference = Objects.requireNonNull(Objects.requireNonNull(schema).getRef());
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
