package uz.gogomarket.tasklist;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds a JSON body against the fields that it may have. A field is named by its path, {@code
 * sorting[].sortBy}, and holds text, a number, true, false, null or nothing; a field that may have
 * certain values only must be there wherever its object is.
 */
final class JsonFields {

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** The one field that an object stands for: the pages send an empty one with each variable. */
  private static final String OBJECT = ".valueInfo";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final Map<String, Set<JsonValue>> allowed;

  /**
   * @param allowed each with the values that it may have; with none: any
   */
  JsonFields(Map<String, Set<JsonValue>> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads the body; every field is named once.
   *
   * @throws Refused if it is no JSON object or has other fields
   */
  JsonObject read(byte[] body) throws Refused {
    JsonObject object = parsed(body);
    check(object, "");
    return object;
  }

  /** Beside its own exceptions the parser throws bare ones, where values lie too deep. */
  private static JsonObject parsed(byte[] body) throws Refused {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new Refused("The body is no JSON object that could be read");
    }
  }

  /** A value that is written on the list: a number or a text. */
  static JsonValue fixed(String written) {
    return NUMBER.matcher(written).matches()
        ? Json.createValue(Long.parseLong(written))
        : Json.createValue(written);
  }

  private void check(JsonValue value, String path) throws Refused {
    if (value instanceof JsonObject object) {
      checkObject(object, path);
    } else if (value instanceof JsonArray array) {
      requireKnown(path, array.isEmpty());
      for (JsonValue element : array) {
        check(element, path + "[]");
      }
    } else {
      checkValue(value, path);
    }
  }

  private void checkObject(JsonObject object, String path) throws Refused {
    requireKnown(path, object.isEmpty() && path.endsWith(OBJECT));
    for (Map.Entry<String, JsonValue> field : object.entrySet()) {
      String name = field.getKey();
      if (!NAME.matcher(name).matches()) {
        throw new Refused("A field has a name that is not allowed");
      }
      check(field.getValue(), path.isEmpty() ? name : path + "." + name);
    }
    for (Map.Entry<String, Set<JsonValue>> field : allowed.entrySet()) {
      int end = field.getKey().lastIndexOf('.');
      String parent = end < 0 ? "" : field.getKey().substring(0, end);
      if (!field.getValue().isEmpty()
          && parent.equals(path)
          && !object.containsKey(field.getKey().substring(end + 1))) {
        throw new Refused("The field " + field.getKey() + " is missing");
      }
    }
  }

  /** Objects and arrays lead to fields that are allowed; empty lists may stand for a field too. */
  private void requireKnown(String path, boolean empty) throws Refused {
    boolean known =
        path.isEmpty()
            || (empty && allowed.containsKey(path))
            || allowed.keySet().stream()
                .anyMatch(each -> each.startsWith(path + ".") || each.startsWith(path + "[]"));
    if (!known) {
      throw new Refused("The field " + path + " is not allowed");
    }
  }

  private void checkValue(JsonValue value, String path) throws Refused {
    Set<JsonValue> wanted = allowed.get(path);
    if (wanted == null) {
      throw new Refused("The field " + path + " is not allowed");
    }
    if (!wanted.isEmpty() && !wanted.contains(value)) {
      throw new Refused("The field " + path + " may not have this value");
    }
    if (value != JsonValue.NULL) {
      RequestValue.check(
          path, value instanceof JsonString text ? text.getString() : value.toString());
    }
  }
}
