package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uz.gogomarket.orders.SettlementPolicy.Shares;
import uz.gogomarket.orders.SettlementPolicy.Terms;
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
    Money more = new Money(terms.paid().amount().multiply(share).setScale(2, RoundingMode.DOWN));
    Shares before = SettlementPolicy.shares(terms);
    Shares after = SettlementPolicy.shares(terms.refundedBy(more));

    assertThat(after.tax()).isLessThanOrEqualTo(before.tax());
    assertThat(after.commission()).isLessThanOrEqualTo(before.commission());
    assertThat(after.paid()).isEqualTo(before.paid().minus(more));
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
