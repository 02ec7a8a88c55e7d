package uz.gogomarket.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import uz.gogomarket.platform.Json;

/** Public reads that clients and proxies may keep: {@code ETag}, {@code Cache-Control}, 304. */
@ApplicationScoped
public class Caching {

  private static final int TAG_BYTES = 12;

  @Inject Json json;

  public Response publicly(Object body, int maxAgeSeconds) {
    return publicly(body, maxAgeSeconds, UnaryOperator.identity());
  }

  /**
   * Answers 304 where the client already has this body.
   *
   * @param more adds further headers
   */
  public Response publicly(
      Object body, int maxAgeSeconds, UnaryOperator<Response.ResponseBuilder> more) {
    byte[] text = json.write(body).getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(digest(text), true);
    Response.ResponseBuilder answer =
        matches(tag)
            ? Response.notModified()
            : Response.ok(new String(text, StandardCharsets.UTF_8), MediaType.APPLICATION_JSON);
    return more.apply(
            answer
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAgeSeconds)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE))
        .build();
  }

  private static boolean matches(EntityTag tag) {
    String known = Exchange.current().ifNoneMatch();
    if (known == null) {
      return false;
    }
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .anyMatch(
            each ->
                each.equals("*")
                    || each.replaceFirst("^W/", "").equals('"' + tag.getValue() + '"'));
  }

  private static String digest(byte[] text) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
