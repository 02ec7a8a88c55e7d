package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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
    if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
      throw InvalidInput.of("Idempotency-Key", "must have 1 to " + MAX_KEY_LENGTH + " characters");
    }
    String owner = actors.current().name();
    if (!lock(owner, key)) {
      throw new Conflict(
          "idempotency_in_progress", "A request with this key is still running; try again.");
    }
    Optional<Told> told = find(owner, key);
    if (told.isPresent()) {
      return replay(told.get(), fingerprint);
    }
    Answer answer = effect.get();
    sql.update(
        "insert into idempotency_keys (owner, key, fingerprint, status, body, location)"
            + " values (?, ?, ?, ?, ?, ?)",
        owner,
        key,
        fingerprint,
        answer.status(),
        answer.body(),
        answer.location());
    return answer;
  }

  /** Forgets keys older than a day; returns how many. */
  @Internal
  public int forgetOld() {
    return sql.update(
        "delete from idempotency_keys where created_at < ?", clock.instant().minus(KEPT));
  }

  private boolean lock(String owner, String key) {
    return sql.one(
        "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked",
        row -> row.bool("locked"),
        "idempotency:" + owner + ":" + key);
  }

  private Optional<Told> find(String owner, String key) {
    Instant expired = clock.instant().minus(KEPT);
    Optional<Told> told =
        sql.first(
            "select fingerprint, status, body, location, created_at from idempotency_keys"
                + " where owner = ? and key = ?",
            row ->
                new Told(
                    row.bytes("fingerprint"),
                    row.intValue("status"),
                    row.string("body"),
                    row.stringOrNull("location"),
                    row.instant("created_at")),
            owner,
            key);
    if (told.isPresent() && told.get().at().isBefore(expired)) {
      sql.update("delete from idempotency_keys where owner = ? and key = ?", owner, key);
      return Optional.empty();
    }
    return told;
  }

  private static Answer replay(Told told, byte[] fingerprint) {
    if (!Arrays.equals(told.fingerprint(), fingerprint)) {
      throw new Unprocessable(
          "idempotency_key_reused", "This key was already used for another request.");
    }
    return new Answer(told.status(), told.body(), told.location(), true);
  }

  @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals, never by equals()
  private record Told(
      byte[] fingerprint, int status, String body, @Nullable String location, Instant at) {}
}
