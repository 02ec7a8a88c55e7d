package uz.gogomarket.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of telling a courier a code.
 *
 * @param triesLeft before the next lock
 * @param lockedUntil absent where codes are compared
 */
record CodeAttempt(boolean right, int triesLeft, @Nullable Instant lockedUntil) {

  /**
   * @throws WrongDeliveryCode with the tries that are left
   * @throws DeliveryCodeLocked after too many wrong ones
   */
  void requireRight(Instant now) {
    if (lockedUntil != null) {
      throw new DeliveryCodeLocked(Duration.between(now, lockedUntil));
    }
    if (!right) {
      throw new WrongDeliveryCode(triesLeft);
    }
  }
}
