package uz.gogomarket.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows, by name: the component {@code orderNumber} is the column {@code
 * order_number}. A component that is a record itself is one column of JSON, or else the columns
 * with its name before theirs ({@code pickup_city}); where it may be null it is, if all of those
 * are. A component without a column is refused, a column without a component is left alone.
 *
 * <p>What can be known of a record is looked up once, what can be known of a list of columns once
 * for each list; a row then costs an array and a call of the constructor.
 */
final class RecordMapper {

  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final ClassValue<RecordMapper> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordMapper computeValue(Class<?> type) {
          return new RecordMapper(type);
        }
      };

  /** Makes a value of the row on which a result stands. */
  @FunctionalInterface
  interface Reader {
    @Nullable Object read(ResultSet row) throws SQLException;
  }

  private final Class<?> type;
  private final RecordComponent[] components;
  private final MethodHandle constructor;
  private final boolean hasCollections;
  private final Map<Columns, Reader> readers = new ConcurrentHashMap<>();

  private RecordMapper(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    this.hasCollections =
        Arrays.stream(components).anyMatch(each -> ColumnReader.isCollection(each.getType()));
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      this.constructor =
          MethodHandles.lookup()
              .unreflectConstructor(canonical)
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made of rows", e);
    }
  }

  /** What makes values of this type of a result's rows: records, or scalars of the only column. */
  static Reader reader(Class<?> type, ResultSet result, Json json) throws SQLException {
    if (type.isRecord() && !ColumnReader.isScalar(type)) {
      RecordMapper mapper = KNOWN.get(type);
      Columns columns = Columns.of(result.getMetaData(), mapper.hasCollections);
      return mapper.readers.computeIfAbsent(columns, each -> mapper.reader(each, "", false, json));
    }
    if (result.getMetaData().getColumnCount() != 1) {
      throw new IllegalStateException("A " + type.getSimpleName() + " is one column, not several");
    }
    ColumnReader column = ColumnReader.of(type, false, json);
    return row -> {
      Object value = column.read(row, 1);
      if (value == null) {
        throw new IllegalStateException("The only column, a " + type.getSimpleName() + ", is null");
      }
      return value;
    };
  }

  private Reader reader(Columns columns, String prefix, boolean absentIfAllNull, Json json) {
    Part[] parts =
        Arrays.stream(components)
            .map(component -> part(component, columns, prefix, json))
            .toArray(Part[]::new);
    return row -> make(row, parts, absentIfAllNull);
  }

  /** A component, and what reads it. */
  private record Part(String name, boolean nullable, Reader reader) {}

  private Part part(RecordComponent component, Columns columns, String prefix, Json json) {
    String name = prefix + column(component.getName());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Integer place = columns.place(name);
    Reader reader;
    if (place != null) {
      ColumnReader column =
          ColumnReader.of(component.getGenericType(), columns.isArray(place), json);
      reader = row -> column.read(row, place);
    } else if (component.getType().isRecord()
        && !ColumnReader.isScalar(component.getType())
        && columns.begin(name + "_")) {
      reader = KNOWN.get(component.getType()).reader(columns, name + "_", nullable, json);
    } else {
      throw new IllegalStateException(
          of(component.getName()) + " has no column " + name + " among " + columns);
    }
    return new Part(component.getName(), nullable, reader);
  }

  /** {@code order_number} for {@code orderNumber}. */
  static String column(String component) {
    return NEXT_WORD.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private @Nullable Object make(ResultSet row, Part[] parts, boolean absentIfAllNull)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].reader().read(row);
    }
    if (absentIfAllNull && Arrays.stream(values).allMatch(RecordMapper::isAbsent)) {
      return null;
    }
    for (int i = 0; i < parts.length; i++) {
      if (values[i] == null && !parts[i].nullable()) {
        throw new IllegalStateException(of(parts[i].name()) + " is never null, its column was");
      }
    }
    return make(values);
  }

  private Object make(@Nullable Object[] values) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type + " could not be made of a row", e);
    }
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || (value instanceof Optional<?> optional && optional.isEmpty());
  }

  private String of(String component) {
    return type.getSimpleName() + "." + component;
  }
}
