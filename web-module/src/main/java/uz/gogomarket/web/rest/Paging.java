package uz.gogomarket.web.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.PageRequest;

/**
 * The query parameters of every list, as a {@code @BeanParam}: limit, items per page, 1 to 100;
 * cursor, the nextCursor of the page before. No {@code @Parameter} here: on the field of a bean the
 * server's OpenAPI stumbles over it.
 */
public class Paging {

  @QueryParam("limit")
  @DefaultValue("" + PageRequest.DEFAULT_LIMIT)
  String limit = "";

  @QueryParam("cursor")
  @Nullable String cursor;

  /**
   * @throws InvalidInput if the limit is no number or out of range
   */
  public PageRequest request() {
    try {
      return new PageRequest(Integer.parseInt(limit), cursor);
    } catch (NumberFormatException e) {
      throw InvalidInput.of("limit", "must be a whole number");
    }
  }
}
