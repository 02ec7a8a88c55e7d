package uz.gogomarket.systemtests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes bodies that fit a schema of the description: with what is required, and with every number
 * and truth value, since the description does not tell which of them may be left out.
 */
final class Samples {

  private static final Set<String> PLAIN = Set.of("integer", "number", "boolean");

  private static final String PHONE = "+998901234567";

  private Samples() {}

  static Object of(Map<String, Object> description, Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      return of(description, referenced(description, reference));
    }
    if (schema.get("allOf") instanceof List<?> parts && !parts.isEmpty()) {
      return of(description, asMap(parts.get(0)));
    }
    if (schema.get("enum") instanceof List<?> labels && !labels.isEmpty()) {
      return labels.get(0);
    }
    String type = String.valueOf(schema.get("type"));
    if (schema.get("example") != null && !type.equals("object") && !type.equals("array")) {
      Object example = schema.get("example");
      return type.equals("string") ? String.valueOf(example) : example;
    }
    return switch (type) {
      case "object" -> object(description, schema);
      case "array" -> array(description, schema);
      case "integer" -> number(schema).longValue();
      case "number" -> number(schema);
      case "boolean" -> true;
      default -> text(schema);
    };
  }

  private static Map<String, Object> object(
      Map<String, Object> description, Map<String, Object> schema) {
    Map<String, Object> sample = new LinkedHashMap<>();
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      sample.put("name", of(description, asMap(values)));
    }
    asMap(schema.get("properties"))
        .forEach(
            (name, property) -> {
              Object type = asMap(property).get("type");
              if (required.contains(name) || PLAIN.contains(String.valueOf(type))) {
                sample.put(name, name.equals("phone") ? PHONE : of(description, asMap(property)));
              }
            });
    return sample;
  }

  private static List<Object> array(Map<String, Object> description, Map<String, Object> schema) {
    List<Object> sample = new ArrayList<>();
    int items = schema.get("minItems") instanceof Number least ? Math.max(1, least.intValue()) : 1;
    for (int i = 0; i < items; i++) {
      sample.add(of(description, asMap(schema.get("items"))));
    }
    return sample;
  }

  private static Double number(Map<String, Object> schema) {
    double least = schema.get("minimum") instanceof Number minimum ? minimum.doubleValue() : 1;
    return Math.max(1, least);
  }

  private static String text(Map<String, Object> schema) {
    if ("date-time".equals(schema.get("format"))) {
      return "2026-11-21T09:30:00Z";
    }
    if ("date".equals(schema.get("format"))) {
      return "2026-11-21";
    }
    int least = schema.get("minLength") instanceof Number length ? length.intValue() : 1;
    return "1".repeat(Math.max(6, least));
  }

  private static Map<String, Object> referenced(Map<String, Object> description, String reference) {
    Map<String, Object> place = description;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      place = asMap(place.get(step));
    }
    return place;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
