package uz.gogomarket.web.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import uz.gogomarket.platform.Answer;
import uz.gogomarket.platform.Idempotency;
import uz.gogomarket.platform.Json;

/**
 * Lets a POST that moves money or stock happen once per {@code Idempotency-Key}. The same request
 * again gets the first answer again, marked {@code Idempotency-Replayed: true}.
 */
@ApplicationScoped
public class Idempotent {

  static final String REPLAYED = "Idempotency-Replayed";

  @Inject Idempotency idempotency;
  @Inject Json json;

  /**
   * Returns what the effect returns, if it is the first time.
   *
   * @throws Replayed if it is not
   */
  public <T> T once(IdempotencyKey key, Supplier<T> effect) {
    AtomicReference<T> result = new AtomicReference<>();
    Answer answer =
        idempotency.once(
            key.required(),
            fingerprint(Exchange.current()),
            () -> {
              T made = effect.get();
              result.set(made);
              return answer(made);
            });
    if (answer.replayed()) {
      throw new Replayed(again(answer));
    }
    return Objects.requireNonNull(result.get());
  }

  private Answer answer(Object result) {
    if (!(result instanceof Created<?> created)) {
      return Answer.ok(json.write(result));
    }
    return Answer.created(json.write(created.entity()), created.location());
  }

  private Response again(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON)
            .entity(answer.body())
            .header(REPLAYED, "true");
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    JsonNode version = json.read(answer.body(), JsonNode.class).path("version");
    if (version.isInt()) {
      response.tag(TypedAnswers.tag(version.intValue()));
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

  /** Ends a request with the answer that it got before, in whatever method it is. */
  private static final class Replayed extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    Replayed(Response answer) {
      super(answer);
    }
  }
}
