package uz.gogomarket.platform;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a statement its parameters, with the types of the domain. */
final class Parameters {

  private Parameters() {}

  static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Collection<?> many) {
      bindArray(statement, index, many);
    } else {
      statement.setObject(index, plain(value));
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Money money) {
      return money.amount();
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? EnumConverter.label(constant) : value;
  }

  /**
   * An array of the type that its elements have. Where none tells it, and where they are texts,
   * PostgreSQL infers it from the place where the array stands, as it does with single strings.
   */
  private static void bindArray(PreparedStatement statement, int index, Collection<?> many)
      throws SQLException {
    @Nullable Object[] elements = many.stream().map(Parameters::plain).toArray();
    String type =
        many.stream().filter(Objects::nonNull).findFirst().map(Parameters::type).orElse(TEXT);
    var array = statement.getConnection().createArrayOf(type, elements);
    if (type.equals(TEXT)) {
      statement.setObject(index, array.toString(), Types.OTHER);
    } else {
      statement.setArray(index, array);
    }
  }

  private static final String TEXT = "text";

  private static String type(Object element) {
    if (element instanceof Money || element instanceof BigDecimal) {
      return "numeric";
    }
    if (element instanceof Number) {
      return "bigint";
    }
    if (element instanceof Instant) {
      return "timestamptz";
    }
    if (element instanceof Boolean) {
      return "boolean";
    }
    if (element instanceof UUID) {
      return "uuid";
    }
    return element instanceof LocalDate ? "date" : TEXT;
  }
}
