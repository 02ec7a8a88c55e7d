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

  static Object of(Description description, Map<String, Object> referred) {
    Map<String, Object> schema = description.resolved(referred);
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

  private static Map<String, Object> object(Description description, Map<String, Object> schema) {
    Map<String, Object> sample = new LinkedHashMap<>();
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      sample.put("name", of(description, Description.asMap(values)));
    }
    Description.asMap(schema.get("properties"))
        .forEach(
            (name, property) -> {
              Object type = Description.asMap(property).get("type");
              if (required.contains(name) || PLAIN.contains(String.valueOf(type))) {
                sample.put(
                    name,
                    name.equals("phone") ? PHONE : of(description, Description.asMap(property)));
              }
            });
    return sample;
  }

  private static List<Object> array(Description description, Map<String, Object> schema) {
    List<Object> sample = new ArrayList<>();
    int items = schema.get("minItems") instanceof Number least ? Math.max(1, least.intValue()) : 1;
    for (int i = 0; i < items; i++) {
      sample.add(of(description, Description.asMap(schema.get("items"))));
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
}
