package uz.gogomarket.shipping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/** The tariff in force in a zone, and the rule that makes a quote of it. */
record Tariff(
    long zoneId,
    String zone,
    long id,
    Money baseCost,
    Money costPerKm,
    Money costPerKg,
    Money minimumOrder,
    @Nullable Money freeFrom,
    int estimatedHours,
    @Nullable GeoPoint zoneCentre) {

  /** Roads are longer than the crow flies; measured for Tashkent's grid. */
  private static final BigDecimal ROAD_FACTOR = new BigDecimal("1.3");

  /**
   * What it costs to bring a parcel from here to there.
   *
   * @param to the destination's position; where it is unknown the zone's centre stands for it
   */
  ShippingQuote quote(GeoPoint from, @Nullable GeoPoint to, BigDecimal weightKg, Money subtotal) {
    if (subtotal.compareTo(minimumOrder) < 0) {
      throw new BelowMinimum(subtotal, minimumOrder);
    }
    GeoPoint door = to == null ? zoneCentre : to;
    BigDecimal distance = door == null ? BigDecimal.ZERO.setScale(1) : byRoad(from, door);
    Money fee = baseCost.plus(rate(costPerKm, distance)).plus(rate(costPerKg, weightKg));
    boolean free = freeFrom != null && subtotal.compareTo(freeFrom) >= 0;
    return new ShippingQuote(
        zoneId, id, zone, free ? Money.ZERO : fee, fee, distance, estimatedHours);
  }

  private static BigDecimal byRoad(GeoPoint from, GeoPoint to) {
    return BigDecimal.valueOf(from.kilometresTo(to))
        .multiply(ROAD_FACTOR)
        .setScale(1, RoundingMode.CEILING);
  }

  private static Money rate(Money each, BigDecimal units) {
    return new Money(each.amount().multiply(units).setScale(2, RoundingMode.HALF_UP));
  }
}
