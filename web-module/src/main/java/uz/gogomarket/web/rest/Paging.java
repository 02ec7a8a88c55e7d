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
  String limit = "";

  @Parameter(
      description = "The nextCursor of the page before",
      schema = @Schema(type = SchemaType.STRING, minLength = 1))
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
