package uz.gogomarket.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.partners.Scopes;

/**
 * The description that the build has just made says all that a client needs, and is true to itself.
 */
class OpenApiTest {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private static JsonNode api;

  @BeforeAll
  static void read() throws IOException {
    api = new ObjectMapper().readTree(Path.of("target/classes/openapi/openapi.json").toFile());
  }

  @Test
  void every_operation_says_what_it_does_and_for_whom() {
    for (Operation operation : operations()) {
      JsonNode said = operation.said();
      assertThat(said.path("summary").asText()).as(operation.name()).isNotBlank();
      assertThat(said.path("tags")).as(operation.name()).isNotEmpty();
      assertThat(said.path("security").isArray()).as(operation.name()).isTrue();
      if (!said.path("security").isEmpty()) {
        assertThat(operation.answers()).as(operation.name()).contains("401", "403");
      }
    }
  }

  @Test
  void every_body_has_an_example_that_fits_its_schema() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations()) {
      List<JsonNode> contents = new ArrayList<>();
      contents.add(operation.said().path("requestBody").path("content"));
      for (String status : operation.answers()) {
        if (status.startsWith("2")) {
          contents.add(operation.said().at("/responses/" + status + "/content"));
        }
      }
      for (JsonNode content : contents) {
        for (JsonNode body : content) {
          List<JsonNode> examples = examples(body);
          assertThat(examples).as(operation.name()).isNotEmpty();
          examples.forEach(
              each -> check(each, body.path("schema"), operation.name() + " body", wrong));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_version_is_asked_for_where_a_wrong_one_is_refused() {
    List<String> asking = new ArrayList<>();
    for (Operation operation : operations()) {
      boolean asks = operation.parameters().contains(IfMatch.HEADER);
      assertThat(operation.answers().contains("412")).as(operation.name()).isEqualTo(asks);
      assertThat(operation.answers().contains("428")).as(operation.name()).isEqualTo(asks);
      if (asks) {
        asking.add(operation.name());
      }
    }
    assertThat(asking)
        .contains("patch /api/v1/me", "post /api/v1/seller/products/{id}/publish")
        .doesNotContain("delete /api/v1/me/sessions/{id}");
  }

  @Test
  void every_operation_has_a_name_of_its_own_in_the_words_of_the_api() {
    List<String> names =
        operations().stream().map(each -> each.said().path("operationId").asText()).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    assertThat(names).noneMatch(name -> name.contains("Resource"));
    assertThat(names).contains("searchProducts", "cancelSellerOrder", "logIn", "listMeAddresses");
  }

  @Test
  void a_schema_says_what_is_always_there() {
    List<String> requiringNothing = new ArrayList<>();
    api.at("/components/schemas")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().has("properties") && !each.getValue().has("required")) {
                requiringNothing.add(each.getKey());
              }
            });

    assertThat(requiringNothing)
        .as("bodies of which all may be left out")
        .containsExactlyInAnyOrder("QuoteCheckout", "RotateKey", "UpdateProfile", "Move");
    assertThat(texts(api.at("/components/schemas/OrderSummary/required")))
        .contains("orderNumber", "status");
    assertThat(texts(api.at("/components/schemas/Problem/required")))
        .contains("code", "title", "status")
        .doesNotContain("violations", "detail");
  }

  @Test
  void a_query_parameter_says_what_it_takes() {
    for (Operation operation : operations()) {
      for (JsonNode each : operation.said().path("parameters")) {
        String where = operation.name() + " " + each.path("name").asText();
        JsonNode schema = each.path("schema");
        if (each.path("in").asText().equals("query")) {
          assertThat(schema.size() > 1 || !schema.path("type").asText().equals("string"))
              .as(where)
              .isTrue();
        }
        if (each.has("example")) {
          List<String> wrong = new ArrayList<>();
          check(each.path("example"), schema, where, wrong);
          assertThat(wrong).isEmpty();
        }
      }
    }
  }

  /** What the OpenAPI rules of linters call errors. */
  @Test
  void validators_in_other_languages_read_the_same() {
    for (JsonNode pattern : api.findValues("pattern")) {
      assertThat(pattern.asText()).doesNotContain("(?s)", "(?i)", "\\p{", "*+", "++", "?+");
      assertThat(pattern.asText().startsWith("^") || pattern.asText().equals("\\S")).isTrue();
    }
    assertThat(api.findValues("multipleOf")).isEmpty();
  }

  @Test
  void an_answer_says_which_headers_it_has() {
    for (Operation operation : operations()) {
      if (!operation.name().contains("/api/v1/")) {
        continue;
      }
      JsonNode answers = operation.said().path("responses");
      answers
          .properties()
          .forEach(
              each -> {
                JsonNode headers = each.getValue().path("headers");
                String where = operation.name() + " " + each.getKey();
                assertThat(headers.has("X-Request-Id")).as(where).isTrue();
                assertThat(headers.has("Location"))
                    .as(where)
                    .isEqualTo(each.getKey().equals("201"));
                assertThat(headers.has("Retry-After"))
                    .as(where)
                    .isEqualTo(each.getKey().equals("429"));
                boolean page = operation.parameters().contains("cursor");
                assertThat(headers.has("Link"))
                    .as(where)
                    .isEqualTo(page && each.getKey().equals("200"));
              });
      assertThat(answers.has("409") || operation.name().startsWith("get "))
          .as(operation.name())
          .isTrue();
    }
    assertThat(api.at("/paths/~1api~1v1~1me/get/responses/200/headers").has("ETag")).isTrue();
  }

  @Test
  void what_comes_back_is_described_by_its_type() {
    List<String> schemas = new ArrayList<>();
    api.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
    assertThat(schemas)
        .contains("CategoryPage", "PaymentPage", "PaymentSummaryPage")
        .noneMatch(name -> name.matches("Created.+|Page.+"));
    assertThat(texts(api.at("/components/schemas/CategoryPage/required"))).containsExactly("items");
    for (Operation operation : operations()) {
      for (String status : operation.answers()) {
        JsonNode answer = operation.said().at("/responses/" + status);
        if (status.startsWith("2")) {
          assertThat(answer.path("description").asText())
              .as(operation.name())
              .isNotIn("", "OK", "Created", "No Content");
          assertThat(answer.has("content")).as(operation.name()).isNotEqualTo(status.equals("204"));
        }
      }
      boolean kept = operation.said().at("/responses/200/headers").has("Cache-Control");
      assertThat(operation.answers().contains("304")).as(operation.name()).isEqualTo(kept);
    }
    assertThat(api.at("/paths/~1api~1v1~1seller~1products/post/responses/201/description").asText())
        .isEqualTo("The product");
    assertThat(api.at("/paths/~1api~1v1~1me~1addresses/get/responses/200/description").asText())
        .isEqualTo("The addresses");
  }

  @Test
  void it_opens_with_a_guide_that_lists_every_code_and_scope() {
    String guide = api.at("/info/description").asText();

    assertThat(guide)
        .contains("## Log in", "## Money", "## Lists", "## Once", "## Errors", "## Languages")
        .contains("## SOAP", Scopes.CATALOG_READ, Scopes.CATALOG_WRITE, Scopes.ORDERS_WRITE)
        .doesNotContain("{codes}", "{scopes}");
    ProblemDocument.titles("en").keySet().forEach(code -> assertThat(guide).contains(code));
    List<String> chapters = api.path("tags").findValuesAsText("name");
    assertThat(chapters).startsWith("Catalogue", "Logging in").doesNotHaveDuplicates();
    for (Operation operation : operations()) {
      assertThat(chapters).containsAll(texts(operation.said().path("tags")));
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private record Operation(String name, JsonNode said) {

    List<String> answers() {
      List<String> statuses = new ArrayList<>();
      said.path("responses").fieldNames().forEachRemaining(statuses::add);
      return statuses;
    }

    List<String> parameters() {
      return said.path("parameters").findValuesAsText("name");
    }
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        said -> {
                          if (METHODS.contains(said.getKey())) {
                            operations.add(
                                new Operation(
                                    said.getKey() + " " + path.getKey(), said.getValue()));
                          }
                        }));
    assertThat(operations).hasSizeGreaterThan(100);
    return operations;
  }

  private static List<JsonNode> examples(JsonNode body) {
    if (body.has("example")) {
      return List.of(body.path("example"));
    }
    return body.path("examples").findValues("value");
  }

  private static void check(JsonNode value, JsonNode schema, String where, List<String> wrong) {
    if (schema.has("$ref")) {
      check(value, api.at(schema.path("$ref").asText().substring(1)), where, wrong);
      return;
    }
    if (schema.has("allOf")) {
      check(value, schema.path("allOf").get(0), where, wrong);
      return;
    }
    boolean fits =
        switch (schema.path("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray() && isWithin(value.size(), schema, "minItems", "maxItems");
          case "integer" ->
              value.isIntegralNumber()
                  && isWithin(value.doubleValue(), schema, "minimum", "maximum");
          case "number" ->
              value.isNumber() && isWithin(value.doubleValue(), schema, "minimum", "maximum");
          case "boolean" -> value.isBoolean();
          case "string" ->
              value.isTextual()
                  && isWithin(value.textValue().length(), schema, "minLength", "maxLength")
                  && Pattern.compile(schema.path("pattern").asText())
                      .matcher(value.textValue())
                      .find();
          default -> true;
        };
    boolean labelled = !schema.has("enum") || schema.path("enum").toString().contains("" + value);
    if (!fits || !labelled) {
      wrong.add(where + " = " + value);
    }
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                wrong.add(where + " lacks " + name);
              }
            });
    value
        .properties()
        .forEach(
            each -> {
              JsonNode form = schema.path("properties").path(each.getKey());
              boolean known = !schema.has("properties") || !form.isMissingNode();
              if (!known) {
                wrong.add(where + " does not know " + each.getKey());
              }
              check(each.getValue(), form, where + "." + each.getKey(), wrong);
            });
    value
        .elements()
        .forEachRemaining(
            each -> {
              if (value.isArray()) {
                check(each, schema.path("items"), where + "[]", wrong);
              }
            });
  }

  private static boolean isWithin(double size, JsonNode schema, String least, String most) {
    return size >= schema.path(least).asDouble(Double.NEGATIVE_INFINITY)
        && size <= schema.path(most).asDouble(Double.POSITIVE_INFINITY);
  }
}
