package uz.gogomarket.web.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.regex.Pattern;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Violation;

/** Says in the client's words what is wrong with a JSON text; never names our classes. */
final class JsonErrors {

  /** Our own readers say it with a code. */
  private static final Pattern CODE = Pattern.compile("[a-z_]+");

  private JsonErrors() {}

  static InvalidInput explain(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return InvalidInput.of(path(unknown.getPath()), "unknown_field");
    }
    if (e instanceof InvalidFormatException format) {
      return new InvalidInput(List.of(expected(path(format.getPath()), format)));
    }
    if (e instanceof MismatchedInputException mismatch) {
      return new InvalidInput(List.of(expected(path(mismatch.getPath()), mismatch)));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return InvalidInput.of(path(mapping.getPath()), "invalid");
    }
    JsonLocation at = e.getLocation();
    return at == null
        ? InvalidInput.of("body", "invalid")
        : InvalidInput.of("body", "malformed_json", at.getLineNr(), at.getColumnNr());
  }

  private static Violation expected(String field, MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return Violation.of(field, "wrong_type");
    }
    if (type.isEnum()) {
      return Violation.of(field, "one_of", EnumConverter.labels(type));
    }
    String message = e.getOriginalMessage();
    if (message != null && CODE.matcher(message).matches()) {
      return Violation.of(field, message);
    }
    return Violation.of(
        field,
        switch (type.getSimpleName()) {
          case "String" -> "not_text";
          case "int", "Integer", "long", "Long" -> "not_whole_number";
          case "BigDecimal" -> "not_number";
          case "boolean", "Boolean" -> "not_boolean";
          case "Instant" -> "not_time";
          case "LocalDate" -> "not_date";
          case "List", "Set", "Collection" -> "not_list";
          default -> "not_object";
        });
  }

  private static String path(List<JsonMappingException.Reference> path) {
    StringBuilder name = new StringBuilder();
    for (JsonMappingException.Reference each : path) {
      if (each.getFieldName() == null) {
        name.append('[').append(each.getIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return name.isEmpty() ? "body" : name.toString();
  }
}
