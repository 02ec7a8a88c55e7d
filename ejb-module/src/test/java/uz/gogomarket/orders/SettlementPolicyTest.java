package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import uz.gogomarket.orders.SettlementPolicy.Shares;
import uz.gogomarket.orders.SettlementPolicy.Terms;
import uz.gogomarket.payments.TakenBack;
import uz.gogomarket.platform.Money;

class SettlementPolicyTest {

  @Example
  void everybody_gets_what_was_agreed() {
    Shares shares =
        SettlementPolicy.shares(terms("112000", "12000", "15000", "15000", "11200", "0"));

    assertThat(shares)
        .isEqualTo(
            new Shares(
                Money.of("127000"),
                Money.of("12000"),
                Money.of("11200"),
                Money.of("15000"),
                Money.of("88800"),
                Money.ZERO,
                Money.ZERO));
  }

  @Example
  void the_platform_pays_the_courier_where_the_delivery_was_free() {
    Shares shares = SettlementPolicy.shares(terms("112000", "12000", "0", "15000", "11200", "0"));

    assertThat(shares.subsidy()).isEqualTo(Money.of("15000"));
    assertThat(shares.courier()).isEqualTo(Money.of("15000"));
    assertThat(shares.seller()).isEqualTo(Money.of("88800"));
  }

  @Example
  void half_of_the_goods_refunded_halves_tax_commission_and_the_sellers_share() {
    Shares shares =
        SettlementPolicy.shares(terms("112000", "12000", "15000", "15000", "11200", "56000"));

    assertThat(shares.tax()).isEqualTo(Money.of("6000"));
    assertThat(shares.commission()).isEqualTo(Money.of("5600"));
    assertThat(shares.seller()).isEqualTo(Money.of("44400"));
    assertThat(shares.courier()).isEqualTo(Money.of("15000"));
    assertThat(shares.subsidy()).isEqualTo(Money.ZERO);
  }

  @Example
  void a_courier_is_paid_also_where_all_went_back() {
    Shares shares =
        SettlementPolicy.shares(terms("112000", "12000", "15000", "15000", "11200", "127000"));

    assertThat(shares.courier()).isEqualTo(Money.of("15000"));
    assertThat(shares.subsidy()).isEqualTo(Money.of("15000"));
    assertThat(List.of(shares.paid(), shares.tax(), shares.commission(), shares.seller()))
        .containsOnly(Money.ZERO);
  }

  @Property(tries = 2000)
  void the_parts_add_up_to_what_was_paid(@ForAll("orders") Terms terms) {
    Shares shares = SettlementPolicy.shares(terms);

    assertThat(shares.paid()).isEqualTo(terms.paid());
    assertThat(shares.paid().plus(shares.subsidy()))
        .isEqualTo(
            Money.sum(
                List.of(
                    shares.tax(),
                    shares.commission(),
                    shares.courier(),
                    shares.seller(),
                    shares.surplus())));
  }

  @Property(tries = 2000)
  void no_part_is_negative(@ForAll("orders") Terms terms) {
    Shares shares = SettlementPolicy.shares(terms);

    assertThat(
            List.of(
                shares.paid(),
                shares.tax(),
                shares.commission(),
                shares.courier(),
                shares.seller(),
                shares.subsidy(),
                shares.surplus()))
        .noneMatch(Money::isNegative);
  }

  @Property(tries = 2000)
  void the_courier_always_gets_his_fee(@ForAll("orders") Terms terms) {
    assertThat(SettlementPolicy.shares(terms).courier()).isEqualTo(terms.courierFee());
  }

  @Property(tries = 1000)
  void nobody_gains_by_a_refund(@ForAll("orders") Terms terms, @ForAll("share") BigDecimal share) {
    Money more = part(terms.paid(), share);
    Shares before = SettlementPolicy.shares(terms);
    Shares after = SettlementPolicy.shares(terms.refundedBy(more));

    assertThat(after.tax()).isLessThanOrEqualTo(before.tax());
    assertThat(after.commission()).isLessThanOrEqualTo(before.commission());
    assertThat(after.paid()).isEqualTo(before.paid().minus(more));
  }

  @Property(tries = 2000)
  void it_does_not_matter_to_anybody_which_refunds_came_before_the_release(
      @ForAll("orders") Terms terms,
      @ForAll("shares") List<BigDecimal> refunds,
      @ForAll @IntRange(max = 4) int late) {
    int early = Math.max(0, refunds.size() - late);
    Terms atRelease = terms;
    for (BigDecimal share : refunds.subList(0, early)) {
      atRelease = atRelease.refundedBy(part(atRelease.paid(), share));
    }
    Shares released = SettlementPolicy.shares(atRelease);
    Terms now = atRelease;
    List<TakenBack> taken = new ArrayList<>();
    for (BigDecimal share : refunds.subList(early, refunds.size())) {
      Money more = part(now.paid(), share);
      taken.add(SettlementPolicy.takenBack(now, more));
      now = now.refundedBy(more);
    }
    Shares inTime = SettlementPolicy.shares(now);

    assertThat(released.commission().minus(sum(taken, TakenBack::commission)))
        .isEqualTo(inTime.commission());
    assertThat(released.tax().minus(sum(taken, TakenBack::tax))).isEqualTo(inTime.tax());
    assertThat(released.seller().minus(sum(taken, TakenBack::seller))).isEqualTo(inTime.seller());
    assertThat(released.delivery().minus(sum(taken, TakenBack::delivery)))
        .isEqualTo(inTime.delivery());
  }

  @Property(tries = 2000)
  void what_is_taken_back_adds_up_to_the_refund_and_gives_nobody_more_than_a_tiyin(
      @ForAll("orders") Terms terms, @ForAll("share") BigDecimal share) {
    Money more = part(terms.paid(), share);
    TakenBack taken = SettlementPolicy.takenBack(terms, more);

    assertThat(
            Money.sum(List.of(taken.commission(), taken.tax(), taken.delivery(), taken.seller())))
        .isEqualTo(more);
    assertThat(List.of(taken.commission(), taken.tax(), taken.delivery()))
        .noneMatch(Money::isNegative);
    assertThat(taken.seller()).isGreaterThanOrEqualTo(Money.of("-0.01"));
  }

  @Example
  void a_delivery_that_is_refunded_is_at_the_platforms_cost_and_not_the_sellers() {
    Terms allGoodsBack = terms("112000", "12000", "15000", "15000", "11200", "112000");

    assertThat(SettlementPolicy.takenBack(allGoodsBack, Money.of("15000")))
        .isEqualTo(new TakenBack(Money.ZERO, Money.ZERO, Money.of("15000"), Money.ZERO));
  }

  private static Money part(Money whole, BigDecimal share) {
    return new Money(whole.amount().multiply(share).setScale(2, RoundingMode.DOWN));
  }

  private static Money sum(List<TakenBack> taken, Function<TakenBack, Money> part) {
    return Money.sum(taken.stream().map(part).toList());
  }

  @Provide
  Arbitrary<List<BigDecimal>> shares() {
    return share().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<BigDecimal> share() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
  }

  /** Orders as checkout makes them: any prices, tax rates, commission rates, delivery, refund. */
  @Provide
  Arbitrary<Terms> orders() {
    Arbitrary<List<Line>> lines =
        Combinators.combine(
                Arbitraries.longs().between(0, 500_000_000L),
                Arbitraries.integers().between(1, 20),
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("50")).ofScale(2),
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("50")).ofScale(2))
            .as(Line::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5);
    Arbitrary<Long> tiyin = Arbitraries.longs().between(0, 10_000_000L);
    return Combinators.combine(lines, tiyin, tiyin, Arbitraries.integers().between(0, 1000))
        .as(SettlementPolicyTest::order);
  }

  private static Terms order(List<Line> lines, long shipping, long fee, int refundedPerMille) {
    Money goods = Money.sum(lines.stream().map(Line::price).toList());
    Money cost = Money.ofTiyin(shipping);
    Money total = goods.plus(cost);
    Money refunded =
        new Money(
            total
                .amount()
                .multiply(BigDecimal.valueOf(refundedPerMille, 3))
                .setScale(2, RoundingMode.DOWN));
    return new Terms(
        goods,
        Money.sum(lines.stream().map(Line::tax).toList()),
        cost,
        Money.ofTiyin(fee),
        Money.sum(lines.stream().map(Line::commission).toList()),
        refunded);
  }

  private record Line(long unitTiyin, int quantity, BigDecimal taxRate, BigDecimal rate) {

    Money price() {
      return Money.ofTiyin(unitTiyin).times(quantity);
    }

    Money tax() {
      return price().taxIncluded(taxRate);
    }

    Money commission() {
      return price().percent(rate).min(price().minus(tax()));
    }
  }

  private static Terms terms(
      String goods, String tax, String shipping, String fee, String commission, String refunded) {
    return new Terms(
        Money.of(goods),
        Money.of(tax),
        Money.of(shipping),
        Money.of(fee),
        Money.of(commission),
        Money.of(refunded));
  }
}
