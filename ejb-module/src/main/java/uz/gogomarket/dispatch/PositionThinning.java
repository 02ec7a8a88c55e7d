package uz.gogomarket.dispatch;

import java.time.Duration;
import java.time.Instant;
import uz.gogomarket.shipping.GeoPoint;

/** Which of the many positions that a courier's device reports are worth a row. */
final class PositionThinning {

  /** After this time a position is stored even where it is the same. */
  static final Duration INTERVAL = Duration.ofSeconds(15);

  /** A move as long as this, in metres, is stored at once. */
  static final double METRES = 50;

  private static final double METRES_PER_KILOMETRE = 1000;

  private PositionThinning() {}

  static boolean isWorthStoring(Instant lastAt, GeoPoint last, Instant now, GeoPoint here) {
    return !now.isBefore(lastAt.plus(INTERVAL))
        || last.kilometresTo(here) * METRES_PER_KILOMETRE >= METRES;
  }
}
