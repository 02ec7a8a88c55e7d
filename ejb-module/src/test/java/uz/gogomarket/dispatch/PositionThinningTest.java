package uz.gogomarket.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import uz.gogomarket.shipping.GeoPoint;

class PositionThinningTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GeoPoint HERE = at(41.3, 69.2);

  @Example
  void a_courier_who_stands_still_is_stored_every_fifteen_seconds() {
    assertThat(stored(14, HERE)).isFalse();
    assertThat(stored(15, HERE)).isTrue();
  }

  @Example
  void a_move_of_fifty_metres_is_stored_at_once() {
    assertThat(stored(1, at(41.3004, 69.2))).isFalse();
    assertThat(stored(1, at(41.3005, 69.2))).isTrue();
  }

  @Property
  void small_and_quick_moves_are_never_stored(
      @ForAll @IntRange(max = 14) int seconds,
      @ForAll @DoubleRange(min = -0.0003, max = 0.0003) @Scale(5) double north,
      @ForAll @DoubleRange(min = -0.0003, max = 0.0003) @Scale(5) double east) {
    assertThat(stored(seconds, at(41.3 + north, 69.2 + east))).isFalse();
  }

  private static boolean stored(int seconds, GeoPoint there) {
    return PositionThinning.isWorthStoring(NOON, HERE, NOON.plusSeconds(seconds), there);
  }

  private static GeoPoint at(double latitude, double longitude) {
    return new GeoPoint(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));
  }
}
