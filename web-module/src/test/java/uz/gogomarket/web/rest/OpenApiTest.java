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
