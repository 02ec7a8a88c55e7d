package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The description that the server serves of its REST operations. */
record Description(Map<String, Object> said) {

  private static final String API = "/api/v1/";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** A method of an address, with what the description says of it. */
  record Operation(String method, String path, Map<String, Object> said) {

    /** As it is written in the description: {@code GET /api/v1/orders/{number}}. */
    String name() {
      return method + " " + path;
    }

    /** Its address below the API's root. */
    String below() {
      return path.replace(API, "");
    }

    /** The first part of its address below the API's root. */
    String room() {
      return below().split("/", 2)[0];
    }

    /** The address up to the first thing that it names: {@code orders/{number}}. */
    String thing() {
      return below().substring(0, below().indexOf('}') + 1);
    }

    /** For everybody, logged in or not. */
    boolean isOpen() {
      return listAt(said, "security").isEmpty();
    }

    /** The names of its parameters of a kind: path, query or header. */
    List<String> parameters(String kind) {
      return listAt(said, "parameters").stream()
          .map(Description::asMap)
          .filter(parameter -> kind.equals(parameter.get("in")))
          .map(parameter -> String.valueOf(parameter.get("name")))
          .toList();
    }

    /** The parameters of a kind that have an example, with it. */
    Map<String, Object> examples(String kind) {
      Map<String, Object> shown = new HashMap<>();
      listAt(said, "parameters").stream()
          .map(Description::asMap)
          .filter(each -> kind.equals(each.get("in")) && each.get("example") != null)
          .forEach(each -> shown.put(String.valueOf(each.get("name")), each.get("example")));
      return shown;
    }

    /** Its address, of the things that are shown. */
    String shownAddress() {
      return shown(path);
    }

    /** Another address with the same things in it. */
    String shown(String address) {
      String shown = address;
      for (Map.Entry<String, Object> each : examples("path").entrySet()) {
        shown = shown.replace("{" + each.getKey() + "}", String.valueOf(each.getValue()));
      }
      return shown;
    }

    /** Its name in the description. */
    String id() {
      return String.valueOf(said.get("operationId"));
    }

    /** The status codes that are described. */
    Set<String> statuses() {
      return mapAt(said, "responses").keySet();
    }

    /** The query parameters that cannot be left out, as they are shown. */
    Map<String, Object> query() {
      Map<String, Object> needed = new HashMap<>();
      listAt(said, "parameters").stream()
          .map(Description::asMap)
          .filter(each -> "query".equals(each.get("in")) && each.get("required") == Boolean.TRUE)
          .forEach(each -> needed.put(String.valueOf(each.get("name")), each.get("example")));
      return needed;
    }

    /** The schema of its body; empty where it takes none. */
    Map<String, Object> body() {
      return mapAt(content(), "schema");
    }

    /** The body that is shown. */
    Object example() {
      Object only = content().get("example");
      return only != null
          ? only
          : asMap(mapAt(content(), "examples").values().iterator().next()).get("value");
    }

    private Map<String, Object> content() {
      return mapAt(mapAt(mapAt(said, "requestBody"), "content"), "application/json");
    }
  }

  static Description served() {
    return new Description(
        given()
            .basePath("")
            .get("/openapi?format=JSON")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getMap(""));
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    mapAt(said, "paths")
        .forEach(
            (path, item) ->
                asMap(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method) && path.startsWith(API)) {
                            operations.add(
                                new Operation(
                                    method.toUpperCase(Locale.ROOT), path, asMap(operation)));
                          }
                        }));
    assertThat(operations).hasSizeGreaterThan(80);
    return operations;
  }

  /** A schema in full, where it only refers to one. */
  Map<String, Object> resolved(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      Map<String, Object> place = said;
      for (String step : reference.substring("#/".length()).split("/", -1)) {
        place = asMap(place.get(step));
      }
      return resolved(place);
    }
    List<?> parts = listAt(schema, "allOf");
    return parts.isEmpty() ? schema : resolved(asMap(parts.get(0)));
  }

  static Map<String, Object> mapAt(Map<String, Object> map, String key) {
    return asMap(map.get(key));
  }

  static List<?> listAt(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> asMap(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
