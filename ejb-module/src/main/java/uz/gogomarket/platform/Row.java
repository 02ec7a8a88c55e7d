package uz.gogomarket.platform;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name with the types of the domain. */
public final class Row {

  private final ResultSet columns;
  private final Json json;
  private final Map<Class<?>, RecordMapper.Reader> readers = new HashMap<>();

  Row(ResultSet columns, Json json) {
    this.columns = columns;
    this.json = json;
  }

  /**
   * The whole row as a record, by the names of its components (see {@link Sql}), or its only column
   * as a scalar.
   */
  public <T> T as(Class<T> type) throws SQLException {
    RecordMapper.Reader reader = readers.get(type);
    if (reader == null) {
      reader = RecordMapper.reader(type, columns, json);
      readers.put(type, reader);
    }
    return type.cast(required(type.getSimpleName(), reader.read(columns)));
  }

  public long longValue(String column) throws SQLException {
    return columns.getLong(column);
  }

  public @Nullable Long longOrNull(String column) throws SQLException {
    long value = columns.getLong(column);
    return columns.wasNull() ? null : value;
  }

  public int intValue(String column) throws SQLException {
    return columns.getInt(column);
  }

  public @Nullable Integer intOrNull(String column) throws SQLException {
    int value = columns.getInt(column);
    return columns.wasNull() ? null : value;
  }

  public boolean bool(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  /** Text that is never null in the database. */
  public String string(String column) throws SQLException {
    return required(column, columns.getString(column));
  }

  public @Nullable String stringOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  public BigDecimal decimal(String column) throws SQLException {
    return required(column, columns.getBigDecimal(column));
  }

  public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
    return columns.getBigDecimal(column);
  }

  public Money money(String column) throws SQLException {
    return new Money(decimal(column));
  }

  public @Nullable Money moneyOrNull(String column) throws SQLException {
    BigDecimal amount = columns.getBigDecimal(column);
    return amount == null ? null : new Money(amount);
  }

  public Instant instant(String column) throws SQLException {
    return required(column, instantOrNull(column));
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public @Nullable LocalDate dateOrNull(String column) throws SQLException {
    return columns.getObject(column, LocalDate.class);
  }

  public <E extends Enum<E>> E enumValue(String column, Class<E> type) throws SQLException {
    return EnumConverter.parse(type, string(column));
  }

  public <E extends Enum<E>> @Nullable E enumOrNull(String column, Class<E> type)
      throws SQLException {
    String label = columns.getString(column);
    return label == null ? null : EnumConverter.parse(type, label);
  }

  public byte[] bytes(String column) throws SQLException {
    return required(column, columns.getBytes(column));
  }

  /** A text[] column. */
  public List<String> strings(String column) throws SQLException {
    Array array = columns.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /** A bigint[] column. */
  public List<Long> longs(String column) throws SQLException {
    Array array = columns.getArray(column);
    return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
  }

  /** A json or jsonb column. */
  public <T> T json(String column, Class<T> type) throws SQLException {
    return json.read(string(column), type);
  }

  public <T> @Nullable T jsonOrNull(String column, Class<T> type) throws SQLException {
    String text = columns.getString(column);
    return text == null ? null : json.read(text, type);
  }

  /** Our fault, and no better when it is tried again. */
  private static <T> T required(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("Column " + column + " is null");
    }
    return value;
  }
}
