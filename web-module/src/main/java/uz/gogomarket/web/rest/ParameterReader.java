package uz.gogomarket.web.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;

/**
 * Reads query parameters as what they are declared to be, and says in the client's words what is
 * wrong with one: left to itself the server answers 404. Of a path only the enums are read here; an
 * id that is no number leads nowhere.
 */
@Provider
public class ParameterReader implements ParamConverterProvider {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,17}(\\.\\d{1,2})?");

  /** What reads a type, and the code of the violation where it cannot. */
  private record Reading(String code, Function<String, @Nullable Object> read) {}

  private static final Map<Class<?>, Reading> READINGS =
      Map.of(
          Long.class,
          new Reading("not_whole_number", text -> matched(WHOLE_NUMBER, text, Long::valueOf)),
          Integer.class,
          new Reading("not_whole_number", text -> matched(WHOLE_NUMBER, text, Integer::valueOf)),
          Boolean.class,
          new Reading("not_boolean", ParameterReader::bool),
          Money.class,
          new Reading("not_amount", text -> matched(AMOUNT, text, Money::of)));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    String name = name(annotations, type);
    if (name == null) {
      return null;
    }
    if (type.isEnum()) {
      return new Converter<>(
          type,
          text -> constant(type, text),
          () -> InvalidInput.of(name, "one_of", EnumConverter.labels(type)));
    }
    Reading reading = READINGS.get(type);
    return reading == null
        ? null
        : new Converter<>(type, reading.read(), () -> InvalidInput.of(name, reading.code()));
  }

  private static @Nullable String name(Annotation[] annotations, Class<?> type) {
    for (Annotation each : annotations) {
      if (each instanceof QueryParam query) {
        return query.value();
      }
      if (each instanceof PathParam path && type.isEnum()) {
        return path.value();
      }
    }
    return null;
  }

  private static @Nullable Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> EnumConverter.label((Enum<?>) each).equals(text))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Object bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static @Nullable Object matched(
      Pattern pattern, String text, Function<String, Object> read) {
    try {
      return pattern.matcher(text).matches() ? read.apply(text) : null;
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  private record Converter<T>(
      Class<T> type,
      Function<String, @Nullable Object> read,
      java.util.function.Supplier<InvalidInput> refusal)
      implements ParamConverter<T> {

    @Override
    public @Nullable T fromString(@Nullable String text) {
      if (text == null) {
        return null;
      }
      Object value = read.apply(text);
      if (value == null) {
        throw refusal.get();
      }
      return type.cast(value);
    }

    @Override
    public String toString(T value) {
      return value instanceof Enum<?> constant ? EnumConverter.label(constant) : value.toString();
    }
  }
}
