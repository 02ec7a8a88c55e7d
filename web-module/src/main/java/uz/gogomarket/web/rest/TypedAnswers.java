package uz.gogomarket.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Continuation;
import uz.gogomarket.platform.Editable;

/**
 * Says in status and headers what the type of an answer says: what is {@link Created} is at its
 * {@code Location}, what is {@link Editable} has its version as {@code ETag}, a page links to the
 * next.
 */
@Provider
public class TypedAnswers implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (response.getEntity() instanceof Created<?> created) {
      response.setStatus(Response.Status.CREATED.getStatusCode());
      response.setEntity(created.entity());
      if (created.location() != null) {
        headers.putSingle(HttpHeaders.LOCATION, URI.create(created.location()));
      }
    }
    version(response.getEntity())
        .ifPresent(version -> headers.putSingle(HttpHeaders.ETAG, tag(version)));
    if (response.getEntity() instanceof Continuation part && part.nextCursor() != null) {
      headers.putSingle(HttpHeaders.LINK, next(request.getUriInfo(), part.nextCursor()));
    }
  }

  static EntityTag tag(int version) {
    return new EntityTag(String.valueOf(version));
  }

  private static OptionalInt version(@Nullable Object entity) {
    if (entity instanceof Editable editable) {
      return OptionalInt.of(editable.version());
    }
    return entity instanceof Tagged tagged ? tagged.tag() : OptionalInt.empty();
  }

  private static String next(UriInfo asked, String cursor) {
    URI next = asked.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
  }
}
