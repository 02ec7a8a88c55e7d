package uz.gogomarket.platform;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps an enum to the lower-case labels of a PostgreSQL enum type. Extend it once per enum, and
 * name {@code AttributeConverter<E, Object>} there again: EclipseLink looks for the types no
 * further.
 */
public abstract class EnumConverter<E extends Enum<E>> implements AttributeConverter<E, Object> {

  private final Class<E> type;

  protected EnumConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable E constant) {
    return constant == null ? null : label(constant);
  }

  @Override
  public @Nullable E convertToEntityAttribute(@Nullable Object label) {
    return label == null ? null : parse(type, label.toString());
  }

  /** The label of a constant in SQL, JSON, WSDL and BPMN. */
  public static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** All labels of an enum, as a refusal lists them. */
  public static String labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> label((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }

  /** The constants of an enum by their labels. */
  static Map<String, Object> byLabel(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(constant -> label((Enum<?>) constant), constant -> constant));
  }

  /**
   * @throws IllegalArgumentException if no constant has this label
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String label) {
    return Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
  }
}
