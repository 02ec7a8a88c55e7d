package uz.gogomarket.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that an administrator can change while the marketplace runs.
 *
 * @param key dotted, such as {@code orders.payment-timeout-minutes}
 * @param type as the table's enum names it
 * @param isPublic whether clients may read it without logging in
 * @param parse throws {@link IllegalArgumentException} with a sentence where the text is no value
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
            throw new IllegalArgumentException(
                "must be a whole number between " + min + " and " + max);
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
            throw new IllegalArgumentException("must be true or false");
          }
          return text.equals("true");
        });
  }

  public static Setting<String> ofText(String key, String defaultValue, String description) {
    return new Setting<>(key, Type.STRING, defaultValue, description, false, text -> text);
  }

  /**
   * @throws IllegalArgumentException with a sentence, if the text is no value of this setting
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
