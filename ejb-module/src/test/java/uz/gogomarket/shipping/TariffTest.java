package uz.gogomarket.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import uz.gogomarket.platform.Money;

class TariffTest {

  private static final GeoPoint HERE = point("41.311081", "69.240562");
  private static final GeoPoint THERE = point("41.275600", "69.203400");

  @Example
  void a_delivery_costs_base_and_way_and_weight() {
    ShippingQuote quote =
        tariff(null, null).quote(HERE, THERE, new BigDecimal("2.5"), Money.ofSum(100_000));

    assertThat(quote.distanceKm()).isEqualByComparingTo("6.6");
    assertThat(quote.cost()).isEqualTo(Money.of("17850.00"));
    assertThat(quote.courierFee()).isEqualTo(quote.cost());
  }

  @Example
  void from_the_threshold_on_the_buyer_pays_nothing_and_the_courier_gets_the_same() {
    Tariff tariff = tariff(Money.ofSum(300_000), null);
    BigDecimal weight = new BigDecimal("2.5");

    ShippingQuote below = tariff.quote(HERE, THERE, weight, Money.of("299999.99"));
    ShippingQuote at = tariff.quote(HERE, THERE, weight, Money.ofSum(300_000));

    assertThat(below.cost()).isEqualTo(Money.of("17850.00"));
    assertThat(at.cost()).isEqualTo(Money.ZERO);
    assertThat(at.courierFee()).isEqualTo(below.courierFee());
  }

  @Example
  void below_the_minimum_nothing_is_brought() {
    Tariff tariff =
        new Tariff(
            1, "Zone", 2, Money.ZERO, Money.ZERO, Money.ZERO, Money.ofSum(50_000), null, 24, null);

    assertThatThrownBy(() -> tariff.quote(HERE, THERE, BigDecimal.ONE, Money.of("49999.99")))
        .isInstanceOf(BelowMinimum.class);
  }

  @Example
  void without_a_position_the_middle_of_the_zone_stands_for_the_door() {
    Tariff tariff = tariff(null, THERE);

    ShippingQuote quote = tariff.quote(HERE, null, BigDecimal.ZERO, Money.ofSum(1));

    assertThat(quote.distanceKm()).isEqualByComparingTo("6.6");
  }

  @Example
  void without_any_position_there_is_no_way_to_pay_for() {
    ShippingQuote quote = tariff(null, null).quote(HERE, null, BigDecimal.ZERO, Money.ofSum(1));

    assertThat(quote.distanceKm()).isEqualByComparingTo("0");
    assertThat(quote.cost()).isEqualTo(Money.ofSum(10_000));
  }

  @Property
  void a_longer_way_is_never_cheaper(
      @ForAll @DoubleRange(min = 0, max = 1) double near,
      @ForAll @DoubleRange(min = 0, max = 1) double further,
      @ForAll @LongRange(min = 0, max = 100_000) long grams) {
    BigDecimal weight = BigDecimal.valueOf(grams, 3);
    Tariff tariff = tariff(null, null);
    GeoPoint first = point("41.3", String.valueOf(69.2 + near));
    GeoPoint second = point("41.3", String.valueOf(69.2 + near + further));
    GeoPoint start = point("41.3", "69.2");

    assertThat(tariff.quote(start, second, weight, Money.ZERO).cost())
        .isGreaterThanOrEqualTo(tariff.quote(start, first, weight, Money.ZERO).cost());
  }

  @Example
  void the_distance_from_tashkent_to_samarkand_is_right() {
    GeoPoint samarkand = point("39.654700", "66.959700");

    assertThat(HERE.kilometresTo(samarkand)).isCloseTo(266, within(3.0));
    assertThat(HERE.kilometresTo(HERE)).isZero();
  }

  @Example
  void polygons_survive_the_way_to_the_database_and_back() {
    List<GeoPoint> corners = List.of(HERE, THERE, point("41.4", "69.1"));

    assertThat(Zones.text(corners))
        .isEqualTo("((69.240562,41.311081),(69.203400,41.275600),(69.1,41.4))");
    assertThat(Zones.points("((69.240562,41.311081),(69.203400,41.275600),(69.1,41.4))"))
        .isEqualTo(corners);
  }

  @Example
  void a_hub_that_cannot_be_read_is_tashkent() {
    assertThat(Hub.parse("39.65, 66.96")).isEqualTo(point("39.65", "66.96"));
    assertThat(Hub.parse("nowhere")).isEqualTo(HERE);
    assertThat(Hub.parse("a,b")).isEqualTo(HERE);
  }

  private static Tariff tariff(Money freeFrom, GeoPoint centre) {
    return new Tariff(
        1,
        "Zone",
        2,
        Money.ofSum(10_000),
        Money.ofSum(1_000),
        Money.ofSum(500),
        Money.ZERO,
        freeFrom,
        24,
        centre);
  }

  private static GeoPoint point(String latitude, String longitude) {
    return new GeoPoint(new BigDecimal(latitude), new BigDecimal(longitude));
  }
}
