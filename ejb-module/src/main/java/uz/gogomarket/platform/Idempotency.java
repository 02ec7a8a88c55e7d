package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets an effect happen once per client and key. The key's row commits with the effect; "still
 * running" is a lock of the transaction, so that a crash leaves nothing stuck.
 */
@Stateless
@AllowAnyone
public class Idempotency {

  /** How long an answer is given again. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int MAX_KEY_LENGTH = 200;

  private static final String KEEP =
      """
      insert into idempotency_keys (owner, key, fingerprint, status, body, location)
      values (?, ?, ?, ?, ?, ?)
      """;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Clock clock;

  /**
   * Runs the effect, or answers what it answered before.
   *
   * @param fingerprint a digest of the whole request
   * @throws Conflict {@code idempotency_in_progress} while the first request is running
   * @throws Unprocessable {@code idempotency_key_reused} if the key came with another request
   */
  public Answer once(String key, byte[] fingerprint, Supplier<Answer> effect) {
    String owner = actors.current().name();
    Told told = begin(owner, key);
    if (told != null && !told.createdAt().isBefore(expiry())) {
      return replay(told, fingerprint);
    }
    if (told != null) {
      forget(owner, Set.of(key));
    }
    Answer answer = effect.get();
    sql.update(KEEP, row(owner, Map.entry(key, answer), fingerprint));
    return answer;
  }

  /**
   * What was already answered to parts of a request that broke off, by their keys. Until the
   * transaction ends nobody else is at the request.
   *
   * @param request the key of the whole of it
   * @throws Conflict {@code idempotency_in_progress} while somebody is at it
   * @throws Unprocessable {@code idempotency_key_reused} if a key came with another request
   */
  public Map<String, Answer> parts(String request, List<String> keys, byte[] fingerprint) {
    Told unused = begin(actors.current().name(), request);
    Map<String, Answer> answers = new HashMap<>();
    find(actors.current().name(), keys)
        .forEach((key, told) -> answers.put(key, replay(told, fingerprint)));
    return answers;
  }

  /** Keeps what is answered to parts of a request, in the transaction of their effects. */
  public void keep(Map<String, Answer> parts, byte[] fingerprint) {
    String owner = actors.current().name();
    sql.batch(KEEP, parts.entrySet().stream().map(part -> row(owner, part, fingerprint)).toList());
  }

  /** Forgets keys older than a day; returns how many. */
  @Internal
  public int forgetOld() {
    return sql.update(
        "delete from idempotency_keys where created_at < ?", clock.instant().minus(KEPT));
  }

  /** Locks the key, and then answers what was told by it before: both in one question. */
  private @Nullable Told begin(String owner, String key) {
    if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
      throw InvalidInput.of("Idempotency-Key", "length", 1, MAX_KEY_LENGTH);
    }
    Begun begun =
        sql.one(
            "select * from begin_idempotent(?, ?)",
            row ->
                new Begun(
                    row.bool("locked"),
                    row.instantOrNull("created_at") == null ? null : row.as(Told.class)),
            owner,
            key);
    if (!begun.locked()) {
      throw new Conflict(
          "idempotency_in_progress", "A request with this key is still running; try again.");
    }
    return begun.told();
  }

  private Map<String, Told> find(String owner, List<String> keys) {
    Instant expired = expiry();
    Map<String, Told> told = new HashMap<>();
    Set<String> old = new HashSet<>();
    sql.list(
            """
            select key, fingerprint, status, body, location, created_at from idempotency_keys
            where owner = ? and key = any (?)
            """,
            Told.class,
            owner,
            keys)
        .forEach(
            found -> {
              if (found.createdAt().isBefore(expired)) {
                old.add(found.key());
              } else {
                told.put(found.key(), found);
              }
            });
    if (!old.isEmpty()) {
      forget(owner, old);
    }
    return told;
  }

  private void forget(String owner, Set<String> keys) {
    sql.update("delete from idempotency_keys where owner = ? and key = any (?)", owner, keys);
  }

  private Instant expiry() {
    return clock.instant().minus(KEPT);
  }

  private static @Nullable Object[] row(
      String owner, Map.Entry<String, Answer> told, byte[] fingerprint) {
    Answer answer = told.getValue();
    return new @Nullable Object[] {
      owner, told.getKey(), fingerprint, answer.status(), answer.body(), answer.location()
    };
  }

  private static Answer replay(Told told, byte[] fingerprint) {
    if (!Arrays.equals(told.fingerprint(), fingerprint)) {
      throw new Unprocessable(
          "idempotency_key_reused", "This key was already used for another request.");
    }
    return new Answer(told.status(), told.body(), told.location(), true);
  }

  private record Begun(boolean locked, @Nullable Told told) {}

  @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals, never by equals()
  private record Told(
      String key,
      byte[] fingerprint,
      int status,
      String body,
      @Nullable String location,
      Instant createdAt) {}
}
