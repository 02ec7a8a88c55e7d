package uz.gogomarket.platform;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong with one field of the input.
 *
 * @param field named as the client wrote it
 * @param code stable and machine-readable, such as {@code too_long}; the key of its message in
 *     {@code violations*.properties}
 * @param values what the message names, such as the longest length that is taken
 */
public record Violation(String field, String code, List<String> values) implements Serializable {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Violation {
    values = List.copyOf(values);
  }

  public static Violation of(String field, String code, Object... values) {
    return new Violation(field, code, Arrays.stream(values).map(String::valueOf).toList());
  }

  Violation under(String path) {
    return new Violation(path + "." + field, code, values);
  }

  /**
   * Goes on where the field's name ends: {@code must have at most 200 characters}.
   *
   * @param locale uz, ru or en
   */
  public String message(String locale) {
    String message =
        ResourceBundle.getBundle("violations", Locale.forLanguageTag(locale), NO_FALLBACK)
            .getString(code);
    for (int i = 0; i < values.size(); i++) {
      message = message.replace("{" + i + "}", values.get(i));
    }
    return message;
  }
}
