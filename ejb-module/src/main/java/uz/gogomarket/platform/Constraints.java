package uz.gogomarket.platform;

import jakarta.validation.ConstraintViolation;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;

/**
 * What a broken constraint of Bean Validation is called at the doors. One with a message of its own
 * says there which code it has.
 */
final class Constraints {

  private Constraints() {}

  static Violation violation(String field, ConstraintViolation<?> broken) {
    Map<String, Object> attributes = broken.getConstraintDescriptor().getAttributes();
    String own = broken.getMessageTemplate();
    if (!own.startsWith("{")) {
      return Violation.of(field, own);
    }
    Class<? extends Annotation> type =
        broken.getConstraintDescriptor().getAnnotation().annotationType();
    return switch (type.getSimpleName()) {
      case "NotNull" -> Violation.of(field, "required");
      case "NotBlank" -> Violation.of(field, "blank");
      case "NotEmpty" -> Violation.of(field, "empty_list");
      case "Size" -> size(field, broken.getInvalidValue() instanceof Collection<?>, attributes);
      case "Min", "DecimalMin" -> Violation.of(field, "too_small", value(attributes));
      case "Max", "DecimalMax" -> Violation.of(field, "too_large", value(attributes));
      case "Positive" -> Violation.of(field, "not_positive");
      case "Digits" ->
          Violation.of(
              field,
              "too_many_digits",
              String.valueOf(attributes.get("integer")),
              String.valueOf(attributes.get("fraction")));
      case "Past" -> Violation.of(field, "not_past");
      case "Future" -> Violation.of(field, "not_future");
      case "Pattern" -> Violation.of(field, "pattern", String.valueOf(attributes.get("regexp")));
      case "Email" -> Violation.of(field, "not_email");
      default -> throw new IllegalStateException("No code is known for " + type);
    };
  }

  private static Violation size(String field, boolean list, Map<String, Object> attributes) {
    Object min = attributes.getOrDefault("min", 0);
    String max = String.valueOf(attributes.get("max"));
    return min.equals(0)
        ? Violation.of(field, list ? "too_many_items" : "too_long", max)
        : Violation.of(field, list ? "item_count" : "length", min, max);
  }

  private static String value(Map<String, Object> attributes) {
    return String.valueOf(attributes.get("value"));
  }
}
