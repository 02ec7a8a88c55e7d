package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uz.gogomarket.platform.Answer;
import uz.gogomarket.platform.Idempotency;
import uz.gogomarket.platform.Json;

/** Lets a partner's request happen once per operation and request id. */
@ApplicationScoped
class RequestOnce {

  @Inject Idempotency idempotency;
  @Inject Json json;

  /** A request's name among those of its key. */
  static String key(String operation, String requestId) {
    return operation + ":" + requestId;
  }

  /** A digest of what is asked for, the same however the client wrote it down. */
  byte[] fingerprint(Object request) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(json.write(request).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the effect in one transaction with its record, or answers what it answered before. */
  <T> Done<T> run(String key, byte[] fingerprint, Class<T> type, Supplier<T> effect) {
    Answer answer = idempotency.once(key, fingerprint, () -> Answer.ok(json.write(effect.get())));
    return new Done<>(json.read(answer.body(), type), answer.replayed());
  }

  /** What parts of a request that broke off were answered, by their keys; nobody else is at it. */
  <T> Map<String, T> parts(String request, List<String> keys, byte[] fingerprint, Class<T> type) {
    Map<String, T> answers = new HashMap<>();
    idempotency
        .parts(request, keys, fingerprint)
        .forEach((key, answer) -> answers.put(key, json.read(answer.body(), type)));
    return answers;
  }

  /** Keeps what parts of a request are answered. */
  void keep(Map<String, ?> parts, byte[] fingerprint) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    parts.forEach((key, answer) -> answers.put(key, Answer.ok(json.write(answer))));
    idempotency.keep(answers, fingerprint);
  }
}
