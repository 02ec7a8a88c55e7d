package uz.gogomarket.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

class CommissionPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final CommissionCase BOOK = item(1, 12, 50_000);

  @Example
  void the_first_rule_that_matches_decides_however_specific_a_later_one_is() {
    CommissionPolicy policy =
        new CommissionPolicy(
            List.of(rule(1, null, Set.of(), "10.00"), rule(2, 1L, Set.of(12L), "3.00")));

    assertThat(policy.shareOf(BOOK, NOW).ruleId()).isEqualTo(1);
  }

  @Example
  void a_category_matches_with_all_below_it() {
    CommissionPolicy policy =
        new CommissionPolicy(
            List.of(
                rule(1, null, Set.of(10L, 11L, 12L), "5.00"), rule(2, null, Set.of(), "10.00")));

    assertThat(policy.shareOf(BOOK, NOW).ruleId()).isEqualTo(1);
    assertThat(policy.shareOf(item(1, 99, 50_000), NOW).ruleId()).isEqualTo(2);
  }

  @Example
  void a_sellers_own_rule_matches_nobody_else() {
    CommissionPolicy policy = new CommissionPolicy(List.of(rule(1, 1L, Set.of(), "2.50")));

    assertThat(policy.shareOf(BOOK, NOW).amount()).isEqualTo(Money.ofSum(1_250));
    assertThat(policy.shareOf(item(2, 12, 50_000), NOW).amount()).isEqualTo(Money.ZERO);
  }

  @Example
  void a_price_band_holds_the_unit_price_with_its_lower_end_only() {
    CommissionPolicy policy =
        new CommissionPolicy(
            List.of(
                new CommissionRule(
                    1,
                    null,
                    Set.of(),
                    Money.ofSum(10_000),
                    Money.ofSum(20_000),
                    null,
                    null,
                    BigDecimal.TEN)));

    assertThat(policy.shareOf(item(1, 1, 9_999), NOW).ruleId()).isNull();
    assertThat(policy.shareOf(item(1, 1, 10_000), NOW).ruleId()).isEqualTo(1);
    assertThat(policy.shareOf(item(1, 1, 20_000), NOW).ruleId()).isNull();
  }

  @Example
  void a_campaign_begins_with_its_first_moment_and_is_over_at_its_last() {
    CommissionPolicy policy =
        new CommissionPolicy(
            List.of(
                new CommissionRule(
                    1, null, Set.of(), null, null, NOW, NOW.plusSeconds(60), BigDecimal.ONE)));

    assertThat(policy.shareOf(BOOK, NOW.minusNanos(1)).ruleId()).isNull();
    assertThat(policy.shareOf(BOOK, NOW).ruleId()).isEqualTo(1);
    assertThat(policy.shareOf(BOOK, NOW.plusSeconds(60)).ruleId()).isNull();
  }

  @Example
  void the_share_is_rounded_half_up() {
    CommissionPolicy policy = new CommissionPolicy(List.of(rule(1, null, Set.of(), "12.50")));
    CommissionCase item = new CommissionCase(1, 1, Money.of("0.20"), Money.of("0.20"), Money.ZERO);

    assertThat(policy.shareOf(item, NOW).amount()).isEqualTo(Money.of("0.03"));
  }

  @Property
  void a_share_is_never_negative_nor_more_than_the_price_less_its_tax(
      @ForAll("prices") Money price,
      @ForAll("rates") BigDecimal rate,
      @ForAll @IntRange(max = 100) int taxRate) {
    Money tax = price.taxIncluded(BigDecimal.valueOf(taxRate));
    CommissionPolicy policy =
        new CommissionPolicy(
            List.of(new CommissionRule(1, null, Set.of(), null, null, null, null, rate)));

    Money share = policy.shareOf(new CommissionCase(1, 1, price, price, tax), NOW).amount();

    assertThat(share).isBetween(Money.ZERO, price.minus(tax));
    assertThat(share).isLessThanOrEqualTo(price.percent(rate));
  }

  @Provide
  Arbitrary<Money> prices() {
    return Arbitraries.longs().between(0, 100_000_000_000L).map(Money::ofTiyin);
  }

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.integers().between(0, 5000).map(rate -> BigDecimal.valueOf(rate, 2));
  }

  private static CommissionCase item(long seller, long category, long sum) {
    Money price = Money.ofSum(sum);
    return new CommissionCase(
        seller, category, price, price, price.taxIncluded(new BigDecimal("12")));
  }

  private static CommissionRule rule(
      long id, @Nullable Long seller, Set<Long> categories, String rate) {
    return new CommissionRule(id, seller, categories, null, null, null, null, new BigDecimal(rate));
  }
}
