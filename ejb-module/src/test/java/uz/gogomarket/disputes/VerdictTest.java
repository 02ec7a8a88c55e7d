package uz.gogomarket.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

class VerdictTest {

  private static final Money HUNDRED = Money.ofSum(100);

  @Example
  void a_full_refund_gives_back_all_that_can_go_back() {
    assertThat(Verdict.of("refund_full", null, "Broken.", HUNDRED).refund()).isEqualTo(HUNDRED);
  }

  @Example
  void replacing_and_rejecting_give_nothing_back() {
    assertThat(Verdict.of("replace", "", "Send another.", HUNDRED).refund()).isEqualTo(Money.ZERO);
    assertThat(Verdict.of("reject", null, "As described.", HUNDRED).refund()).isEqualTo(Money.ZERO);
  }

  @Property
  void a_refund_in_part_is_more_than_nothing_and_less_than_all(
      @ForAll @LongRange(min = 1, max = 1_000_000) long all,
      @ForAll @LongRange(min = 0, max = 1_100_000) long part) {
    Money refundable = Money.ofTiyin(all);
    String amount = Money.ofTiyin(part).toString();
    if (part > 0 && part < all) {
      assertThat(Verdict.of("refund_partial", amount, "A part.", refundable).refund())
          .isEqualTo(Money.ofTiyin(part));
    } else {
      refuses("refund_partial", amount, "A part.", refundable, "refundAmount");
    }
  }

  @Example
  void what_makes_no_sense_is_refused() {
    refuses(null, null, "Why.", HUNDRED, "decision");
    refuses("give_all", null, "Why.", HUNDRED, "decision");
    refuses("refund_full", "50", "Why.", HUNDRED, "refundAmount");
    refuses("refund_full", null, "Why.", Money.ZERO, "decision");
    refuses("refund_partial", null, "Why.", HUNDRED, "refundAmount");
    refuses("refund_partial", "1e2", "Why.", HUNDRED, "refundAmount");
    refuses("refund_partial", "-5", "Why.", HUNDRED, "refundAmount");
    refuses("refund_partial", "0.001", "Why.", HUNDRED, "refundAmount");
    refuses("reject", null, " ", HUNDRED, "resolution");
    refuses("reject", null, null, HUNDRED, "resolution");
    refuses("reject", null, "x".repeat(2001), HUNDRED, "resolution");
  }

  @Example
  void where_nothing_was_paid_a_refund_is_refused_as_the_decision_that_it_is() {
    refuses("refund_full", null, "Why.", Money.ZERO, "decision");
    refuses("refund_partial", "1", "Why.", Money.ZERO, "decision");
    assertThat(Verdict.of("replace", null, "Why.", Money.ZERO).refund()).isEqualTo(Money.ZERO);
  }

  private static void refuses(
      String decision, String amount, String resolution, Money refundable, String field) {
    assertThatThrownBy(() -> Verdict.of(decision, amount, resolution, refundable))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::field)
                    .containsExactly(field));
  }
}
