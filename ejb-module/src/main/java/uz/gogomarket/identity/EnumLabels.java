package uz.gogomarket.identity;

import java.util.Arrays;
import java.util.stream.Collectors;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;

/** Labels that come from outside. */
public final class EnumLabels {

  private EnumLabels() {}

  /**
   * The constant with this label.
   *
   * @param field where the client wrote it
   * @throws InvalidInput if there is none
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String field, String label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> EnumConverter.label(constant).equals(label))
        .findFirst()
        .orElseThrow(() -> InvalidInput.of(field, "must be one of " + labels(type)));
  }

  private static <E extends Enum<E>> String labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumConverter::label)
        .collect(Collectors.joining(", "));
  }
}
