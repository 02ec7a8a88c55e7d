package uz.gogomarket.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that an administrator can change while the marketplace runs.
 *
 * @param key dotted, such as {@code orders.payment-timeout-minutes}
 * @param type as the table's enum names it
 * @param isPublic whether clients may read it without logging in
 * @param parse throws {@link InvalidInput} where the text is no value of it
 */
public record Setting<T>(
    String key,
    Type type,
    T defaultValue,
    String description,
    boolean isPublic,
    Function<String, T> parse) {

  /** The types of the table. */
  public enum Type {
    STRING,
    NUMBER,
    BOOLEAN
  }

  public static Setting<Integer> ofInt(
      String key, int defaultValue, int min, int max, String description) {
    return new Setting<>(
        key,
        Type.NUMBER,
        defaultValue,
        description,
        false,
        text -> {
          Integer value = intOrNull(text);
          if (value == null || value < min || value > max) {
            throw InvalidInput.of("value", "whole_number_range", min, max);
          }
          return value;
        });
  }

  public static Setting<Boolean> ofBoolean(String key, boolean defaultValue, String description) {
    return new Setting<>(
        key,
        Type.BOOLEAN,
        defaultValue,
        description,
        false,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw InvalidInput.of("value", "not_boolean");
          }
          return text.equals("true");
        });
  }

  public static Setting<String> ofText(String key, String defaultValue, String description) {
    return new Setting<>(key, Type.STRING, defaultValue, description, false, text -> text);
  }

  /**
   * @throws InvalidInput if the text is no value of this setting
   */
  public void check(String text) {
    Object unused = parse.apply(text);
  }

  /** The same, readable by clients. */
  public Setting<T> asPublic() {
    return new Setting<>(key, type, defaultValue, description, true, parse);
  }

  private static @Nullable Integer intOrNull(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
