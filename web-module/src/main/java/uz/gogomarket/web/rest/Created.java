package uz.gogomarket.web.rest;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was just made: it is answered as such, with 201 and its {@code Location}.
 *
 * @param path below the API's root, such as {@code /orders/1}; null where it has no address
 */
public record Created<T>(T entity, @Nullable String path) {

  public static <T> Created<T> of(T made, Function<T, String> path) {
    return new Created<>(made, path.apply(made));
  }

  /** Where it is, on this server; null where it has no address. */
  @Nullable String location() {
    return path == null ? null : Api.PATH + path;
  }
}
