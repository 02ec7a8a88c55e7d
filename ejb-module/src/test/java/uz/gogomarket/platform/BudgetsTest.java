package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  private long now;
  private final Budgets budgets =
      new Budgets(
          3,
          Duration.ofMinutes(15),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return now;
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void who_has_spent_a_budget_is_told_when_to_come_again() {
    spend("a", 3);
    assertThatThrownBy(() -> spend("a", 1))
        .isInstanceOfSatisfying(
            TooManyRequests.class,
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.retryAfter())
                    .isEqualTo(Duration.ofMinutes(5)));
    assertThatCode(() -> spend("b", 3)).doesNotThrowAnyException();
  }

  @Test
  void a_budget_fills_again() {
    spend("a", 3);
    now += Duration.ofMinutes(5).toNanos();
    assertThatCode(() -> spend("a", 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> spend("a", 1)).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void what_is_given_back_can_be_spent_again_and_no_more() {
    spend("a", 1);
    budgets.giveBack("a");
    budgets.giveBack("a");
    spend("a", 3);
    assertThatThrownBy(() -> spend("a", 1)).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void asking_whether_something_is_left_spends_nothing() {
    for (int i = 0; i < 10; i++) {
      budgets.requireSome("a");
    }
    spend("a", 3);
    assertThatThrownBy(() -> budgets.requireSome("a")).isInstanceOf(TooManyRequests.class);
  }

  private void spend(String client, int times) {
    for (int i = 0; i < times; i++) {
      budgets.spend(client);
    }
  }
}
