package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyTest {

  @Property
  void the_parts_of_a_split_add_up_to_the_whole(
      @ForAll("amounts") Money whole, @ForAll("weights") List<Money> weights) {
    assertThat(Money.sum(whole.split(weights))).isEqualTo(whole);
  }

  @Property
  void no_part_of_a_split_is_negative_or_more_than_a_tiyin_per_part_off_its_share(
      @ForAll("amounts") Money whole, @ForAll("weights") List<Money> weights) {
    List<Money> parts = whole.split(weights);

    assertThat(parts).hasSameSizeAs(weights).noneMatch(Money::isNegative);
    Money sum = Money.sum(weights);
    for (int i = 0; i < parts.size() - 1; i++) {
      Money exact = whole.proportion(weights.get(i), sum);
      assertThat(exact.minus(parts.get(i)).amount().abs())
          .isLessThanOrEqualTo(new BigDecimal("0.01"));
    }
  }

  @Property
  void the_tax_in_a_price_is_the_tax_on_what_remains(
      @ForAll("amounts") Money price, @ForAll("rates") BigDecimal rate) {
    Money tax = price.taxIncluded(rate);

    Money net = price.minus(tax);
    assertThat(net.percent(rate).minus(tax).amount().abs())
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
    assertThat(tax).isBetween(Money.ZERO, price);
  }

  @Property
  void a_percentage_up_to_a_hundred_is_never_more_than_the_amount(
      @ForAll("amounts") Money amount, @ForAll("rates") BigDecimal rate) {
    assertThat(amount.percent(rate)).isBetween(Money.ZERO, amount);
  }

  @Property
  void what_is_added_can_be_taken_away(@ForAll("amounts") Money a, @ForAll("amounts") Money b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
  }

  @Example
  void rates_are_rounded_half_up() {
    assertThat(Money.of("12.35").percent(BigDecimal.TEN)).isEqualTo(Money.of("1.24"));
    assertThat(Money.of("12.34").percent(BigDecimal.TEN)).isEqualTo(Money.of("1.23"));
  }

  @Example
  void twelve_percent_tax_are_contained_in_a_price() {
    assertThat(Money.of("112.00").taxIncluded(BigDecimal.valueOf(12))).isEqualTo(Money.of("12.00"));
  }

  @Example
  void a_fraction_of_a_tiyin_is_refused() {
    assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(ArithmeticException.class);
  }

  @Example
  void an_amount_that_does_not_fit_the_database_is_refused() {
    assertThat(Money.of("99999999999999999.99")).isNotNull();
    assertThatThrownBy(() -> Money.of("100000000000000000.00"))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void a_split_without_weights_or_with_a_negative_one_is_refused() {
    assertThatThrownBy(() -> Money.ofSum(1).split(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.ofSum(1).split(List.of(Money.of("-1.00"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void equal_amounts_are_equal_however_they_were_written() {
    assertThat(Money.of("5")).isEqualTo(Money.of("5.00")).hasSameHashCodeAs(Money.ofTiyin(500));
  }

  @Provide
  Arbitrary<Money> amounts() {
    return Arbitraries.longs().between(0, 1_000_000_000_000L).map(Money::ofTiyin);
  }

  @Provide
  Arbitrary<List<Money>> weights() {
    return amounts().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(100)).ofScale(2);
  }
}
