package uz.gogomarket.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list and where the next one begins.
 *
 * @param nextCursor opaque; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) implements Continuation {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page of what was read with {@link PageRequest#fetchSize}: one row more than asked for
   * tells that there is a next page.
   *
   * @param key the sort key of an item, as {@link Cursor} takes it
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> key) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, key.apply(items.get(items.size() - 1)).encode());
  }
}
