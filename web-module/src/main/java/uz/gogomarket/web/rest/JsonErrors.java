package uz.gogomarket.web.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uz.gogomarket.platform.InvalidInput;

/** Says in the client's words what is wrong with a JSON text; never names our classes. */
final class JsonErrors {

  private JsonErrors() {}

  static InvalidInput explain(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return InvalidInput.of(path(unknown.getPath()), "is not known");
    }
    if (e instanceof InvalidFormatException format) {
      return InvalidInput.of(path(format.getPath()), expected(format));
    }
    if (e instanceof MismatchedInputException mismatch) {
      return InvalidInput.of(path(mismatch.getPath()), expected(mismatch));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return InvalidInput.of(path(mapping.getPath()), "is not valid");
    }
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return InvalidInput.of("body", "is not well-formed JSON" + where);
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "is missing or of the wrong type";
    }
    if (type.isEnum()) {
      return "must be one of "
          + Arrays.stream(type.getEnumConstants())
              .map(each -> each.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("must be")) {
      return e.getOriginalMessage();
    }
    return switch (type.getSimpleName()) {
      case "String" -> "must be a string";
      case "int", "Integer", "long", "Long" -> "must be a whole number";
      case "BigDecimal" -> "must be a number";
      case "boolean", "Boolean" -> "must be true or false";
      case "Instant" -> "must be a time such as 2026-11-21T09:30:00Z";
      case "LocalDate" -> "must be a date such as 2026-11-21";
      case "List", "Set", "Collection" -> "must be a list";
      default -> "must be an object of the described form";
    };
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
