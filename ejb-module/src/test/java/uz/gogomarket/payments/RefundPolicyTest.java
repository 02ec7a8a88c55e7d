package uz.gogomarket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uz.gogomarket.payments.RefundPolicy.Earlier;
import uz.gogomarket.payments.RefundPolicy.Source;
import uz.gogomarket.platform.Money;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.MoneyNotHeld;
import uz.gogomarket.wallets.OrderFunds;

class RefundPolicyTest {

  private static final Money HUNDRED = Money.ofSum(100);

  @Example
  void what_is_held_is_given_back_from_there() {
    assertThat(source(HUNDRED, funds(100, 0, 0), Earlier.NONE)).isEqualTo(Source.HELD);
  }

  @Example
  void what_a_courier_carries_has_to_be_handed_in_first() {
    assertThat(source(HUNDRED, funds(0, 100, 0), Earlier.NONE)).isEqualTo(Source.WITH_COURIER);
  }

  @Example
  void what_was_paid_out_is_taken_back() {
    assertThat(source(HUNDRED, funds(0, 0, 100), Earlier.NONE)).isEqualTo(Source.RELEASED);
  }

  @Example
  void what_was_never_paid_is_not_given_back() {
    assertThat(source(HUNDRED, funds(0, 0, 0), Earlier.NONE)).isEqualTo(Source.NOTHING_PAID);
  }

  @Example
  void what_is_promised_already_is_not_promised_again() {
    Earlier earlier = new Earlier(Money.ofSum(60), Money.ZERO, Money.ZERO);

    assertThat(source(Money.ofSum(40), funds(100, 0, 0), earlier)).isEqualTo(Source.HELD);
    assertThatThrownBy(() -> source(Money.ofSum(41), funds(100, 0, 0), earlier))
        .isInstanceOf(MoneyNotHeld.class);
  }

  @Example
  void a_promise_that_stays_in_escrow_does_not_hide_that_the_rest_was_released() {
    Earlier earlier = new Earlier(Money.ofSum(60), Money.ZERO, Money.ZERO);

    assertThat(source(Money.ofSum(40), funds(60, 0, 40), earlier)).isEqualTo(Source.RELEASED);
  }

  @Example
  void a_second_full_refund_is_refused() {
    assertThatThrownBy(
            () -> source(HUNDRED, funds(0, 0, 0), new Earlier(Money.ZERO, Money.ZERO, HUNDRED)))
        .isInstanceOf(MoneyNotHeld.class);
    assertThatThrownBy(
            () -> source(HUNDRED, funds(0, 0, 100), new Earlier(Money.ZERO, HUNDRED, Money.ZERO)))
        .isInstanceOf(MoneyNotHeld.class);
  }

  @Property
  void the_parts_of_a_refund_add_up_and_take_nothing_that_was_not_given(
      @ForAll("settled") Settled settled) {
    RefundPolicy.Shares shares =
        RefundPolicy.taken(settled.refund(), settled.released(), settled.funds());

    assertThat(shares.commission().plus(shares.tax()).plus(shares.seller()))
        .isEqualTo(settled.refund());
    assertThat(List.of(shares.commission(), shares.tax(), shares.seller()))
        .noneMatch(Money::isNegative);
    assertThat(shares.commission()).isLessThanOrEqualTo(settled.funds().commission());
    assertThat(shares.tax()).isLessThanOrEqualTo(settled.funds().tax());
    assertThat(Money.sum(shares.legs(1, 2).stream().map(Leg::amount).toList()))
        .isEqualTo(settled.refund().negate());
  }

  @Property
  void refunds_in_steps_give_the_platforms_shares_back_exactly_when_all_is_refunded(
      @ForAll("settled") Settled settled) {
    RefundPolicy.Shares first =
        RefundPolicy.taken(settled.refund(), settled.released(), settled.funds());
    Money left = settled.released().minus(settled.refund());
    OrderFunds after =
        new OrderFunds(
            Money.ZERO,
            Money.ZERO,
            settled.released(),
            settled.funds().commission().minus(first.commission()),
            settled.funds().tax().minus(first.tax()));

    RefundPolicy.Shares rest = RefundPolicy.taken(left, left, after);

    assertThat(first.commission().plus(rest.commission())).isEqualTo(settled.funds().commission());
    assertThat(first.tax().plus(rest.tax())).isEqualTo(settled.funds().tax());
  }

  record Settled(Money released, OrderFunds funds, Money refund) {}

  @Provide
  Arbitrary<Settled> settled() {
    return Combinators.combine(
            Arbitraries.longs().between(2, 10_000_000),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(1, 99))
        .as(
            (tiyin, commission, tax, refunded) -> {
              Money released = Money.ofTiyin(tiyin);
              Money refund = Money.ofTiyin(Math.max(1, tiyin * refunded / 100));
              return new Settled(
                  released,
                  new OrderFunds(
                      Money.ZERO,
                      Money.ZERO,
                      released,
                      Money.ofTiyin(tiyin * commission / 100),
                      Money.ofTiyin(tiyin * tax / 100)),
                  refund);
            });
  }

  private static Source source(Money amount, OrderFunds funds, Earlier earlier) {
    return RefundPolicy.source(amount, funds, earlier);
  }

  private static OrderFunds funds(long escrow, long withCourier, long released) {
    return new OrderFunds(
        Money.ofSum(escrow),
        Money.ofSum(withCourier),
        Money.ofSum(released),
        Money.ZERO,
        Money.ZERO);
  }
}
