package uz.gogomarket.web.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.PageRequest;

/** The query parameters of every list, as a {@code @BeanParam}. */
public class Paging {

  @QueryParam("limit")
  @DefaultValue("" + PageRequest.DEFAULT_LIMIT)
  @Parameter(description = "Items per page, 1 to 100", example = "24")
  String limit = "";

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before")
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
