package uz.gogomarket.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Function;
import java.util.function.Supplier;
import uz.gogomarket.platform.Answer;
import uz.gogomarket.platform.Idempotency;
import uz.gogomarket.platform.Json;

/**
 * Lets a POST that moves money or stock happen once per {@code Idempotency-Key}. The same request
 * again gets the first answer again, marked {@code Idempotency-Replayed: true}. What has a version
 * carries it as {@code ETag}.
 */
@ApplicationScoped
public class Idempotent {

  static final String REPLAYED = "Idempotency-Replayed";

  @Inject Idempotency idempotency;
  @Inject Json json;

  /** Answers 200 with what the effect returns. */
  public Response ok(IdempotencyKey key, Supplier<?> effect) {
    return answer(key, () -> Answer.ok(json.write(effect.get())));
  }

  /**
   * Answers 201 with what the effect returns.
   *
   * @param path of what was made, below the API's root, such as {@code /orders/1}
   */
  public <T> Response created(IdempotencyKey key, Supplier<T> effect, Function<T, String> path) {
    return answer(
        key,
        () -> {
          T made = effect.get();
          return Answer.created(json.write(made), Api.PATH + path.apply(made));
        });
  }

  private Response answer(IdempotencyKey key, Supplier<Answer> effect) {
    Answer answer = idempotency.once(key.required(), fingerprint(Exchange.current()), effect);
    Response.ResponseBuilder response =
        Response.status(answer.status()).type(MediaType.APPLICATION_JSON).entity(answer.body());
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    JsonNode version = json.read(answer.body(), JsonNode.class).path("version");
    if (version.isInt()) {
      response.tag(new EntityTag(version.asText()));
    }
    if (answer.replayed()) {
      response.header(REPLAYED, "true");
    }
    return response.build();
  }

  private static byte[] fingerprint(Exchange exchange) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (exchange.method() + " " + exchange.path() + "\n").getBytes(StandardCharsets.UTF_8));
      return digest.digest(exchange.body());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
