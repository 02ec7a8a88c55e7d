package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import uz.gogomarket.platform.InvalidInput;

/** Reads the body, up to a limit, and remembers what the helpers need of the request. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class RequestReader implements ContainerRequestFilter {

  /** Largest body that is read, in bytes. */
  static final int MAX_BODY = 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    byte[] body = new byte[0];
    if (request.hasEntity()) {
      if (request.getLength() > MAX_BODY) {
        throw new BodyTooLarge();
      }
      body = read(request);
      if (body.length > MAX_BODY) {
        throw new BodyTooLarge();
      }
      request.setEntityStream(new ByteArrayInputStream(body));
    }
    if (body.length == 0 && request.getMediaType() == null) {
      // A missing body is a wrong body where one is needed, not null.
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    Exchange.enter(
        new Exchange(request.getMethod(), request.getUriInfo().getRequestUri().getRawPath(), body));
  }

  private static byte[] read(ContainerRequestContext request) {
    try {
      return request.getEntityStream().readNBytes(MAX_BODY + 1);
    } catch (IOException | CancelledKeyException brokenOff) {
      throw InvalidInput.of("body", "incomplete_body");
    }
  }
}
