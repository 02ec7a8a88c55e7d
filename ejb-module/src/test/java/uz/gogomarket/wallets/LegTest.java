package uz.gogomarket.wallets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Money;

class LegTest {

  @Test
  void a_personal_account_needs_its_user() {
    assertThatThrownBy(() -> Leg.platform(AccountKind.WALLET, Money.ofSum(1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_platform_has_no_user() {
    assertThatThrownBy(
            () -> new Leg(AccountKind.ESCROW, 7L, Money.ofSum(1), 1L, Leg.Debt.UNTOUCHED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void escrow_belongs_to_an_order() {
    assertThatThrownBy(() -> Leg.platform(AccountKind.ESCROW, Money.ofSum(1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_earning_takes_nothing_and_a_charge_gives_nothing() {
    assertThatThrownBy(() -> Leg.earning(7, Money.ofSum(-1), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Leg.charge(7, Money.ofSum(-1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
