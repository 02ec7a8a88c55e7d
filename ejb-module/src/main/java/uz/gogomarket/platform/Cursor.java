package uz.gogomarket.platform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A position in a sorted list: the sort key of the last item seen, opaque to clients. */
public record Cursor(List<String> values) {

  private static final String SEPARATOR = "\u001f";
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_PRECISION = 25;
  private static final int MAX_SCALE = 45;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public Cursor {
    values = List.copyOf(values);
  }

  public static Cursor of(Object... values) {
    return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
  }

  public String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidInput if the text was not made by {@link #encode}
   */
  public static Cursor parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw invalid();
    }
    try {
      String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return new Cursor(List.of(joined.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  public String stringAt(int index) {
    return at(index, value -> value);
  }

  public long longAt(int index) {
    return at(index, Long::parseLong);
  }

  /** Bounded, so that no number is too large for its column's type. */
  public BigDecimal decimalAt(int index) {
    BigDecimal value = at(index, BigDecimal::new);
    if (value.precision() > MAX_PRECISION || Math.abs((long) value.scale()) > MAX_SCALE) {
      throw invalid();
    }
    return value;
  }

  /** Bounded, since PostgreSQL's calendar is shorter than Java's. */
  public Instant instantAt(int index) {
    Instant value = at(index, Instant::parse);
    if (value.isBefore(Instant.EPOCH) || value.isAfter(LATEST)) {
      throw invalid();
    }
    return value;
  }

  public <E extends Enum<E>> E enumAt(int index, Class<E> type) {
    return at(index, label -> EnumConverter.parse(type, label));
  }

  private <T> T at(int index, Function<String, T> parse) {
    if (index >= values.size()) {
      throw invalid();
    }
    try {
      return parse.apply(values.get(index));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid();
    }
  }

  private static InvalidInput invalid() {
    return InvalidInput.of("cursor", "foreign_cursor");
  }
}
