package uz.gogomarket.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client wants.
 *
 * @param limit 1 to {@value #MAX_LIMIT} items
 * @param cursor what the page before gave as {@code nextCursor}
 */
public record PageRequest(int limit, @Nullable String cursor) {

  public static final int DEFAULT_LIMIT = 24;
  public static final int MAX_LIMIT = 100;

  /**
   * @throws InvalidInput if the limit is out of range
   */
  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw InvalidInput.of("limit", "out_of_range", 1, MAX_LIMIT);
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }

  /** One more than the limit: whether it comes tells whether there is a next page. */
  public int fetchSize() {
    return limit + 1;
  }

  /** The cursor's values, if the client gave one. */
  public Optional<Cursor> after() {
    return cursor == null || cursor.isEmpty()
        ? Optional.empty()
        : Optional.of(Cursor.parse(cursor));
  }

  /** The id in a cursor that holds nothing else; else the given start. */
  public long afterId(long start) {
    return after().map(position -> position.longAt(0)).orElse(start);
  }
}
