package uz.gogomarket.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes, of a body that is good, all the bodies that are not, place by place of its schema. */
final class HostileBodies {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_DEPTH = 4;
  private static final int TOO_LARGE = 1024 * 1024 + 1;

  private final Description description;
  private final JsonNode good;
  private final List<Body> bodies = new ArrayList<>();

  /** What stands at a place that the good body leaves out. */
  private final Map<List<Object>, Object> samples = new HashMap<>();

  private HostileBodies(Description description, JsonNode good) {
    this.description = description;
    this.good = good;
  }

  /**
   * A body.
   *
   * @param harmless whether it may be taken, as a text that only looks bad, or a number in range
   */
  record Body(String name, byte[] text, boolean harmless) {}

  /** All of them, for a schema and a body that fits it. */
  static List<Body> of(Description description, Map<String, Object> schema, Object good) {
    HostileBodies made = new HostileBodies(description, JSON.valueToTree(good));
    made.wholes();
    made.object(description.resolved(schema), List.of());
    return made.bodies;
  }

  private void wholes() {
    whole("empty body", "");
    whole("blank body", "  \n");
    whole("not JSON", "<a/>");
    whole("half of a JSON", "{\"a\":");
    whole("array for an object", "[]");
    whole("text for an object", "\"text\"");
    whole("number for an object", "7");
    whole("null", "null");
    whole("two bodies", good + "{}");
    whole("nested 10,000 objects deep", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    whole("nested 10,000 arrays deep", "[".repeat(10_000) + "]".repeat(10_000));
    whole("too large", "{\"a\":\"" + "x".repeat(TOO_LARGE) + "\"}");
    bodies.add(
        new Body("not UTF-8", "{\"a\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1), false));
  }

  private void whole(String name, String text) {
    bodies.add(new Body(name, text.getBytes(StandardCharsets.UTF_8), false));
  }

  private void object(Map<String, Object> schema, List<Object> place) {
    put(place, "unknown", "1", "unknown property", false);
    List<?> required = Description.listAt(schema, "required");
    if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
      put(place, "a\u0000b", "\"x\"", "NUL in a name", false);
      put(place, "x".repeat(10_000), "\"x\"", "long name", true);
      value(Description.asMap(values), place, "name");
    }
    Description.mapAt(schema, "properties")
        .forEach(
            (name, property) -> {
              if (required.contains(name)) {
                put(place, name, "null", "null for what is required", false);
              }
              value(Description.asMap(property), place, name);
            });
  }

  private void value(Map<String, Object> referred, List<Object> place, Object name) {
    Map<String, Object> schema = description.resolved(referred);
    List<Object> inside = new ArrayList<>(place);
    inside.add(name);
    if (!"string".equals(schema.get("type"))) {
      wrong(place, name, "\"\"", "\" \"", "\"\\u0000\"");
    }
    switch (String.valueOf(schema.get("type"))) {
      case "object" -> {
        wrong(place, name, "17", "true", "\"text\"", "[]");
        if (inside.size() < MAX_DEPTH) {
          samples.put(inside, Samples.of(description, schema));
          object(schema, inside);
        }
      }
      case "array" -> {
        wrong(place, name, "17", "true", "\"text\"", "{}", "[null]");
        Object item = Samples.of(description, Description.mapAt(schema, "items"));
        String many = JSON.valueToTree(Collections.nCopies(2_000, item)).toString();
        put(place, name, many, "2,000 items", true);
        if (inside.size() < MAX_DEPTH) {
          samples.put(inside, List.of());
          value(Description.mapAt(schema, "items"), inside, 0);
        }
      }
      case "integer" -> {
        wrong(place, name, "\"text\"", "\"1\"", "true", "{}", "[]", "1.5");
        wrong(place, name, "9223372036854775808", "1E400", "-1E400", "1E999999999");
        harmless(place, name, "-1", "0", "2147483648", "-9223372036854775808");
      }
      case "number" -> {
        wrong(place, name, "\"text\"", "true", "{}", "[]", "1E400", "-1E400", "1E999999999");
        harmless(
            place,
            name,
            "-1",
            "0",
            "9223372036854775808",
            "1E-400",
            "1E-999999999",
            "0.123456789012345");
      }
      case "boolean" -> wrong(place, name, "\"text\"", "\"true\"", "17", "{}", "[]");
      default -> {
        wrong(place, name, "17", "{}", "[]");
        strings(place, name);
      }
    }
  }

  private void strings(List<Object> place, Object name) {
    put(place, name, "\"a\\u0000b\"", "NUL", false);
    put(place, name, "\"a\\ud800b\"", "lone surrogate", false);
    put(place, name, "\"a\\u0007b\\u001bc\"", "control characters", false);
    put(place, name, "\"" + "x".repeat(10_000) + "\"", "10,000 characters", true);
    put(place, name, "\"'; drop table orders; --\"", "SQL", true);
    put(place, name, "\"<script>alert(1)</script>\"", "script", true);
    put(place, name, "\"  \"", "blank text", true);
  }

  private void wrong(List<Object> place, Object name, String... values) {
    for (String value : values) {
      put(place, name, value, value, false);
    }
  }

  private void harmless(List<Object> place, Object name, String... values) {
    for (String value : values) {
      put(place, name, value, value, true);
    }
  }

  private void put(List<Object> place, Object name, String value, String words, boolean harmless) {
    JsonNode body = good.deepCopy();
    JsonNode at = body;
    for (int depth = 1; depth <= place.size(); depth++) {
      at = child(at, place.subList(0, depth));
    }
    if (at instanceof ArrayNode array) {
      array.removeAll();
      array.addRawValue(new RawValue(value));
    } else if (at instanceof ObjectNode object) {
      object.set(String.valueOf(name), JsonNodeFactory.instance.rawValueNode(new RawValue(value)));
    } else {
      return;
    }
    String where = place + "." + (String.valueOf(name).length() > 100 ? "…" : name);
    try {
      bodies.add(new Body(where + ": " + words, JSON.writeValueAsBytes(body), harmless));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode child(JsonNode at, List<Object> place) {
    String name = String.valueOf(place.get(place.size() - 1));
    JsonNode there = at instanceof ArrayNode ? at.get(0) : at.get(name);
    if (there != null && !there.isNull()) {
      return there;
    }
    JsonNode made = JSON.valueToTree(samples.get(place));
    if (at instanceof ArrayNode array) {
      array.add(made);
    } else if (at instanceof ObjectNode object) {
      object.set(name, made);
    }
    return made;
  }
}
