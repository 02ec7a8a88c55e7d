package uz.gogomarket.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uz.gogomarket.platform.Money;

class PostingPlanTest {

  private static final long SELLER = 7;
  private static final long ORDER = 70;

  @Example
  void an_earning_settles_the_debt_first() {
    List<Leg> postings =
        plan(
            List.of(Leg.earning(SELLER, Money.ofSum(100), ORDER)),
            Map.of(),
            Map.of(SELLER, Money.ofSum(30)));

    assertThat(postings)
        .containsExactly(receivable(Money.ofSum(30)), Leg.wallet(SELLER, Money.ofSum(70), ORDER));
  }

  @Example
  void an_earning_smaller_than_the_debt_leaves_the_wallet_alone() {
    List<Leg> postings =
        plan(
            List.of(Leg.earning(SELLER, Money.ofSum(20), ORDER)),
            Map.of(),
            Map.of(SELLER, Money.ofSum(30)));

    assertThat(postings).containsExactly(receivable(Money.ofSum(20)));
  }

  @Example
  void two_earnings_of_one_entry_settle_a_debt_once() {
    List<Leg> postings =
        plan(
            List.of(
                Leg.earning(SELLER, Money.ofSum(20), ORDER),
                Leg.earning(SELLER, Money.ofSum(20), ORDER)),
            Map.of(),
            Map.of(SELLER, Money.ofSum(30)));

    assertThat(sum(postings, AccountKind.RECEIVABLE)).isEqualTo(Money.ofSum(30));
    assertThat(sum(postings, AccountKind.WALLET)).isEqualTo(Money.ofSum(10));
  }

  @Example
  void a_charge_takes_what_the_wallet_holds_and_the_rest_is_owed() {
    List<Leg> postings =
        plan(
            List.of(Leg.charge(SELLER, Money.ofSum(100), ORDER)),
            Map.of(SELLER, Money.ofSum(40)),
            Map.of());

    assertThat(postings)
        .containsExactly(Leg.wallet(SELLER, Money.ofSum(-40), ORDER), receivable(Money.ofSum(-60)));
  }

  @Example
  void a_wallet_that_holds_too_little_refuses_the_entry() {
    assertThatThrownBy(
            () ->
                plan(
                    List.of(Leg.wallet(SELLER, Money.of("-100.01"), null)),
                    Map.of(SELLER, Money.ofSum(100)),
                    Map.of()))
        .isInstanceOf(InsufficientFunds.class)
        .hasMessageContaining("0.01");
  }

  @Example
  void what_comes_in_by_the_same_entry_can_be_spent_by_it() {
    List<Leg> postings =
        plan(
            List.of(
                Leg.wallet(SELLER, Money.ofSum(-100), null),
                Leg.wallet(SELLER, Money.ofSum(100), null)),
            Map.of(),
            Map.of());

    assertThat(postings)
        .extracting(Leg::amount)
        .containsExactly(Money.ofSum(100), Money.ofSum(-100));
  }

  @Property
  void postings_add_up_to_the_legs_and_no_wallet_ends_or_passes_below_zero(
      @ForAll("legs") List<Leg> legs,
      @ForAll("amount") Money balance,
      @ForAll("amount") Money debt) {
    List<Leg> postings = plan(legs, Map.of(SELLER, balance), Map.of(SELLER, debt));

    assertThat(Money.sum(postings.stream().map(Leg::amount).toList()))
        .isEqualTo(Money.sum(legs.stream().map(Leg::amount).toList()));
    Map<Long, Money> held = new HashMap<>(Map.of(SELLER, balance));
    for (Leg posting : postings) {
      assertThat(posting.amount().isZero()).isFalse();
      if (posting.kind() == AccountKind.WALLET) {
        assertThat(held.merge(SELLER, posting.amount(), Money::plus))
            .isGreaterThanOrEqualTo(Money.ZERO);
      }
    }
  }

  @Property
  void nobody_owes_more_than_was_charged_or_less_than_nothing(
      @ForAll("legs") List<Leg> legs,
      @ForAll("amount") Money balance,
      @ForAll("amount") Money debt) {
    List<Leg> postings = plan(legs, Map.of(SELLER, balance), Map.of(SELLER, debt));

    Money after = debt.minus(sum(postings, AccountKind.RECEIVABLE));
    Money charged =
        Money.sum(legs.stream().map(Leg::amount).filter(Money::isNegative).toList()).negate();
    assertThat(after).isBetween(Money.ZERO, debt.plus(charged));
  }

  @Provide
  Arbitrary<List<Leg>> legs() {
    Arbitrary<Leg> leg =
        Combinators.combine(amount(), Arbitraries.of(true, false))
            .as(
                (amount, earning) ->
                    earning
                        ? Leg.earning(SELLER, amount, ORDER)
                        : Leg.charge(SELLER, amount, ORDER));
    return leg.list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Money> amount() {
    return Arbitraries.longs().between(0, 1_000_000).map(Money::ofTiyin);
  }

  private static List<Leg> plan(List<Leg> legs, Map<Long, Money> balances, Map<Long, Money> debts) {
    return PostingPlan.of(new ArrayList<>(legs), balances, debts);
  }

  private static Leg receivable(Money amount) {
    return new Leg(AccountKind.RECEIVABLE, SELLER, amount, ORDER, Leg.Debt.UNTOUCHED);
  }

  private static Money sum(List<Leg> postings, AccountKind kind) {
    return Money.sum(postings.stream().filter(leg -> leg.kind() == kind).map(Leg::amount).toList());
  }
}
