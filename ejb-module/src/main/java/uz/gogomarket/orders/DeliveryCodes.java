package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Cipher;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Sql;

/**
 * Compares the code that a courier was told with the buyer's. A wrong one is counted although it is
 * refused: what the caller throws must not roll the transaction back.
 */
@Stateless
@Internal
@Elevated
public class DeliveryCodes {

  /** After this many wrong codes no more are compared for a while. */
  public static final int MAX_FAILURES = 5;

  /** How long that is. */
  public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  @Inject Sql sql;
  @Inject Cipher cipher;
  @Inject Clock clock;

  /**
   * What came of a try.
   *
   * @param triesLeft before the next lock
   * @param lockedUntil absent where codes are compared
   */
  public record Outcome(boolean right, int triesLeft, @Nullable Instant lockedUntil) {}

  /** Locks the order and compares. */
  public Outcome attempt(long orderId, String code) {
    Kept kept =
        sql.first(
                "select delivery_code, delivery_code_failures, delivery_code_locked_until"
                    + " from orders where id = ? for no key update",
                row ->
                    new Kept(
                        row.stringOrNull("delivery_code"),
                        row.intValue("delivery_code_failures"),
                        row.instantOrNull("delivery_code_locked_until")),
                orderId)
            .orElseThrow(() -> new NotFound("order", orderId));
    Instant now = clock.instant();
    if (kept.lockedUntil() != null && now.isBefore(kept.lockedUntil())) {
      return new Outcome(false, 0, kept.lockedUntil());
    }
    if (kept.code() != null && equal(cipher.decrypt(kept.code()), code)) {
      note(orderId, 0, null);
      return new Outcome(true, MAX_FAILURES, null);
    }
    int failures = kept.failures() + 1;
    if (failures >= MAX_FAILURES) {
      Instant until = now.plus(LOCKED_FOR);
      note(orderId, 0, until);
      return new Outcome(false, 0, until);
    }
    note(orderId, failures, null);
    return new Outcome(false, MAX_FAILURES - failures, null);
  }

  private void note(long orderId, int failures, @Nullable Instant lockedUntil) {
    sql.update(
        "update orders set delivery_code_failures = ?, delivery_code_locked_until = ?"
            + " where id = ?",
        failures,
        lockedUntil,
        orderId);
  }

  private static boolean equal(String code, String other) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private record Kept(@Nullable String code, int failures, @Nullable Instant lockedUntil) {}
}
