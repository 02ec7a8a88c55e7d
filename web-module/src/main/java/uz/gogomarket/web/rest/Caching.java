package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Json;

/**
 * Lets clients and proxies keep what is {@link Cached}: {@code ETag}, {@code Cache-Control}, and
 * 304 where they have it already. Comes after {@link TypedAnswers} and {@link NotKept}.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class Caching implements ContainerResponseFilter {

  private static final int TAG_BYTES = 12;

  @Inject Json json;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      return;
    }
    Class<?> owner = resource.getResourceClass();
    Cached cached = owner == null ? null : owner.getAnnotation(Cached.class);
    if (cached == null) {
      return;
    }
    String text = json.write(response.getEntity());
    EntityTag tag = new EntityTag(digest(text), true);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(HttpHeaders.ETAG, tag);
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=" + cached.seconds());
    headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
      headers.remove(HttpHeaders.CONTENT_TYPE);
    } else {
      response.setEntity(text, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
  }

  private static boolean matches(@Nullable String known, EntityTag tag) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .anyMatch(
                each ->
                    each.equals("*")
                        || each.replaceFirst("^W/", "").equals('"' + tag.getValue() + '"'));
  }

  private static String digest(String text) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
