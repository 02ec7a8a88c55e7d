package uz.gogomarket.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a column as a type of the domain; null where the column is. */
@FunctionalInterface
interface ColumnReader {

  @Nullable Object read(ResultSet columns, int index) throws SQLException;

  Map<Class<?>, ColumnReader> SIMPLE =
      Map.ofEntries(
          Map.entry(long.class, (columns, i) -> unlessNull(columns, columns.getLong(i))),
          Map.entry(Long.class, (columns, i) -> unlessNull(columns, columns.getLong(i))),
          Map.entry(int.class, (columns, i) -> unlessNull(columns, columns.getInt(i))),
          Map.entry(Integer.class, (columns, i) -> unlessNull(columns, columns.getInt(i))),
          Map.entry(double.class, (columns, i) -> unlessNull(columns, columns.getDouble(i))),
          Map.entry(Double.class, (columns, i) -> unlessNull(columns, columns.getDouble(i))),
          Map.entry(boolean.class, (columns, i) -> unlessNull(columns, columns.getBoolean(i))),
          Map.entry(Boolean.class, (columns, i) -> unlessNull(columns, columns.getBoolean(i))),
          Map.entry(String.class, ResultSet::getString),
          Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
          Map.entry(Money.class, ColumnReader::money),
          Map.entry(Instant.class, ColumnReader::instant),
          Map.entry(LocalDate.class, (columns, i) -> columns.getObject(i, LocalDate.class)),
          Map.entry(UUID.class, (columns, i) -> columns.getObject(i, UUID.class)),
          Map.entry(byte[].class, ResultSet::getBytes));

  /** Whether such a value is read from one column that is no JSON. */
  static boolean isScalar(Class<?> type) {
    return SIMPLE.containsKey(type) || type.isEnum();
  }

  /** Whether the column's own type says if such a value comes from an array or from JSON. */
  static boolean isCollection(Class<?> type) {
    return type == List.class || type == Set.class;
  }

  /**
   * What reads a column as this type: scalars (enums by their labels), {@link Optional}s of them,
   * lists and sets of them from arrays, and all else from JSON.
   */
  static ColumnReader of(Type type, boolean fromArray, Json json) {
    if (type instanceof Class<?> scalar && isScalar(scalar)) {
      return scalar(scalar);
    }
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        ColumnReader reader = of(element, fromArray, json);
        return (columns, index) -> Optional.ofNullable(reader.read(columns, index));
      }
      if (fromArray && element instanceof Class<?> scalar) {
        return array(scalar, generic.getRawType() == Set.class);
      }
    }
    return json(type, json);
  }

  private static ColumnReader scalar(Class<?> type) {
    ColumnReader simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    UnaryOperator<Object> constant = constant(type);
    return (columns, index) -> {
      String label = columns.getString(index);
      return label == null ? null : constant.apply(label);
    };
  }

  private static ColumnReader array(Class<?> type, boolean set) {
    UnaryOperator<Object> element =
        type.isEnum()
            ? constant(type)
            : type == Money.class
                ? amount -> new Money((BigDecimal) amount)
                : UnaryOperator.identity();
    return (columns, index) -> {
      Array array = columns.getArray(index);
      if (array == null) {
        return null;
      }
      List<@Nullable Object> elements = new ArrayList<>();
      for (@Nullable Object each : (@Nullable Object[]) array.getArray()) {
        elements.add(each == null ? null : element.apply(each));
      }
      return set
          ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
          : Collections.unmodifiableList(elements);
    };
  }

  private static ColumnReader json(Type type, Json json) {
    ObjectReader reader =
        json.mapper().readerFor(json.mapper().getTypeFactory().constructType(type));
    return (columns, index) -> {
      String text = columns.getString(index);
      try {
        return text == null ? null : reader.readValue(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Cannot read " + type.getTypeName(), e);
      }
    };
  }

  private static UnaryOperator<Object> constant(Class<?> type) {
    Map<String, Object> constants = EnumConverter.byLabel(type);
    return label -> {
      Object constant = constants.get(label.toString());
      if (constant == null) {
        throw new IllegalStateException(type.getSimpleName() + " has no " + label);
      }
      return constant;
    };
  }

  private static @Nullable Object unlessNull(ResultSet columns, Object read) throws SQLException {
    return columns.wasNull() ? null : read;
  }

  private static @Nullable Object money(ResultSet columns, int index) throws SQLException {
    BigDecimal amount = columns.getBigDecimal(index);
    return amount == null ? null : new Money(amount);
  }

  private static @Nullable Object instant(ResultSet columns, int index) throws SQLException {
    OffsetDateTime time = columns.getObject(index, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
