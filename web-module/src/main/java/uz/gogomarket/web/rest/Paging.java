package uz.gogomarket.web.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.PageRequest;

/**
 * The query parameters of every list, as a {@code @BeanParam}: limit, items per page, 1 to 100;
 * cursor, the nextCursor of the page before.
 */
public class Paging {

  @Parameter(
      description = "Items per page",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + PageRequest.MAX_LIMIT,
              defaultValue = "" + PageRequest.DEFAULT_LIMIT))
  @QueryParam("limit")
  @DefaultValue("" + PageRequest.DEFAULT_LIMIT)
  Integer limit = PageRequest.DEFAULT_LIMIT;

  @Parameter(
      description = "The nextCursor of the page before",
      schema = @Schema(type = SchemaType.STRING, minLength = 1))
  @QueryParam("cursor")
  @Nullable String cursor;

  /**
   * @throws InvalidInput if the limit is out of range
   */
  public PageRequest request() {
    return new PageRequest(limit, cursor);
  }
}
