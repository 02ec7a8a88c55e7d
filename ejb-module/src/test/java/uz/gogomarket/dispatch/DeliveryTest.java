package uz.gogomarket.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Example
  void each_wrong_code_leaves_one_try_less_and_the_last_one_locks() {
    Delivery delivery = new Delivery();

    assertThat(
            List.of(
                delivery.attempt(false, NOW),
                delivery.attempt(false, NOW),
                delivery.attempt(false, NOW),
                delivery.attempt(false, NOW),
                delivery.attempt(false, NOW)))
        .containsExactly(
            new CodeAttempt(false, 4, null),
            new CodeAttempt(false, 3, null),
            new CodeAttempt(false, 2, null),
            new CodeAttempt(false, 1, null),
            new CodeAttempt(false, 0, NOW.plus(Delivery.LOCKED_FOR)));
  }

  @Example
  void while_it_is_locked_the_right_code_does_not_help_and_nothing_is_counted() {
    Delivery delivery = locked();
    Instant last = NOW.plus(Delivery.LOCKED_FOR).minusNanos(1);

    assertThat(delivery.attempt(true, last).right()).isFalse();
    assertThat(delivery.attempt(false, last).lockedUntil())
        .isEqualTo(NOW.plus(Delivery.LOCKED_FOR));

    assertThat(delivery.attempt(false, NOW.plus(Delivery.LOCKED_FOR)).triesLeft())
        .isEqualTo(Delivery.MAX_WRONG_CODES - 1);
  }

  @Example
  void after_the_lock_the_right_code_is_right() {
    assertThat(locked().attempt(true, NOW.plus(Delivery.LOCKED_FOR)).right()).isTrue();
  }

  @Example
  void the_right_code_forgets_the_wrong_ones() {
    Delivery delivery = new Delivery();
    delivery.attempt(false, NOW);

    assertThat(delivery.attempt(true, NOW).right()).isTrue();

    assertThat(delivery.attempt(false, NOW).triesLeft()).isEqualTo(Delivery.MAX_WRONG_CODES - 1);
  }

  @Property
  void within_one_lock_nobody_has_more_than_five_wrong_codes_compared(
      @ForAll @Size(max = 40) List<Boolean> codes) {
    Delivery delivery = new Delivery();
    int wrongInARow = 0;

    for (boolean right : codes) {
      boolean compared = wrongInARow < Delivery.MAX_WRONG_CODES;
      CodeAttempt attempt = delivery.attempt(right, NOW);
      assertThat(attempt.right()).isEqualTo(right && compared);
      wrongInARow = compared && right ? 0 : wrongInARow + 1;
    }
  }

  @Example
  void refusals_say_how_many_tries_are_left_and_for_how_long_it_is_locked() {
    assertThatThrownBy(() -> new CodeAttempt(false, 3, null).requireRight(NOW))
        .isInstanceOf(WrongDeliveryCode.class)
        .hasMessageContaining("3");
    assertThatThrownBy(() -> new CodeAttempt(false, 0, NOW.plusSeconds(7)).requireRight(NOW))
        .isInstanceOf(DeliveryCodeLocked.class);
    new CodeAttempt(true, 5, null).requireRight(NOW);
  }

  private static Delivery locked() {
    Delivery delivery = new Delivery();
    for (int i = 0; i < Delivery.MAX_WRONG_CODES; i++) {
      delivery.attempt(false, NOW);
    }
    return delivery;
  }
}
