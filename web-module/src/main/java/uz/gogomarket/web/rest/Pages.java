package uz.gogomarket.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import uz.gogomarket.platform.Page;

/** Pages of a list, with a {@code Link} to the next. */
public final class Pages {

  private Pages() {}

  public static Response ok(Page<?> page, UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(page);
    return withNext(answer, page, uri).build();
  }

  /** Adds the {@code Link} of the next page, if there is one. */
  public static Response.ResponseBuilder withNext(
      Response.ResponseBuilder answer, Page<?> page, UriInfo uri) {
    String cursor = page.nextCursor();
    if (cursor != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
      answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
    return answer;
  }
}
