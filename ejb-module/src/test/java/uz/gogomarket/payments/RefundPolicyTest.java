package uz.gogomarket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import uz.gogomarket.payments.RefundPolicy.Earlier;
import uz.gogomarket.payments.RefundPolicy.Source;
import uz.gogomarket.platform.Money;
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
