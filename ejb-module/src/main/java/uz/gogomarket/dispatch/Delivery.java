package uz.gogomarket.dispatch;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Versioned;
import uz.gogomarket.shipping.GeoPoint;

/**
 * The hand-over of an order at the door: the code that proves it, and what came of it. Its id is
 * the order's, its courier the one whom the order names; whoever changes it has locked the order.
 */
@Entity
@Table(name = "deliveries")
@AttributeOverride(name = "id", column = @Column(name = "order_id"))
@SuppressWarnings("UnusedVariable") // the proof is written for whoever asks the table
class Delivery extends Versioned {

  /** After this many wrong codes no more are compared for a while. */
  static final int MAX_WRONG_CODES = 5;

  /** How long that is. */
  static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  /** Encrypted; absent where nobody will ask for it any more. */
  @Column(updatable = false)
  private @Nullable String code;

  @Column(name = "wrong_codes")
  private int wrongCodes;

  @Column(name = "locked_until")
  private @Nullable Instant lockedUntil;

  @Column(name = "handed_over_at")
  private @Nullable Instant handedOverAt;

  private @Nullable BigDecimal latitude;
  private @Nullable BigDecimal longitude;

  @Column(name = "cash_taken")
  private @Nullable Money cashTaken;

  /** For JPA. */
  protected Delivery() {}

  /** As {@link DeliveryCodes} keeps it. */
  @Nullable String code() {
    return code;
  }

  /**
   * The courier was told a code. A wrong one is counted although it is refused: what the caller
   * throws must not roll the transaction back.
   *
   * @param right whether it is the buyer's; it does not help as long as no codes are compared
   */
  CodeAttempt attempt(boolean right, Instant now) {
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      return new CodeAttempt(false, 0, lockedUntil);
    }
    this.lockedUntil = null;
    if (right) {
      this.wrongCodes = 0;
      return new CodeAttempt(true, MAX_WRONG_CODES, null);
    }
    this.wrongCodes++;
    if (wrongCodes < MAX_WRONG_CODES) {
      return new CodeAttempt(false, MAX_WRONG_CODES - wrongCodes, null);
    }
    this.wrongCodes = 0;
    this.lockedUntil = now.plus(LOCKED_FOR);
    return new CodeAttempt(false, 0, lockedUntil);
  }

  /**
   * It was handed over against the code.
   *
   * @param position where that was, if the courier's device knew
   * @param cash what the courier took for it; nothing where it was paid
   */
  void handOver(Instant now, @Nullable GeoPoint position, Money cash) {
    this.handedOverAt = now;
    this.latitude = position == null ? null : position.latitude();
    this.longitude = position == null ? null : position.longitude();
    this.cashTaken = cash;
  }
}
