package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginBudgetTest {

  private static final String OWNER = "203.0.113.7";
  private static final String STRANGER = "198.51.100.9";
  private static final String MALIKA = "malika@example.uz";

  private final StoppedClock clock = new StoppedClock();
  private final LoginBudget budget =
      new LoginBudget(new LoginBudget.Limits(3, 6, 9, Duration.ofMinutes(15)), clock);

  @Test
  void refusesAfterTooManyWrongPasswordsAndSaysWhenToComeAgain() {
    guess(MALIKA, STRANGER, 3);
    assertThatThrownBy(() -> guess(MALIKA, STRANGER, 1))
        .isInstanceOfSatisfying(
            TooManyLogins.class,
            refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5)));
  }

  @Test
  void neverLocksOutForGood() {
    guess(MALIKA, STRANGER, 3);
    clock.advance(Duration.ofMinutes(5));
    assertThatCode(() -> guess(MALIKA, STRANGER, 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> guess(MALIKA, STRANGER, 1)).isInstanceOf(TooManyLogins.class);
  }

  @Test
  void letsTheOwnerInElsewhereWhileAStrangerGuesses() {
    guess(MALIKA, STRANGER, 3);
    assertThatCode(() -> guess(MALIKA, OWNER, 1)).doesNotThrowAnyException();
  }

  @Test
  void limitsTheAccountsThatAnAddressCanGuess() {
    guess("one@example.uz", STRANGER, 3);
    guess("two@example.uz", STRANGER, 3);
    assertThatThrownBy(() -> guess("three@example.uz", STRANGER, 1))
        .isInstanceOf(TooManyLogins.class);
    assertThatCode(() -> guess("three@example.uz", OWNER, 1)).doesNotThrowAnyException();
  }

  @Test
  void limitsTheAddressesThatCanGuessAnAccountButNotItsOwner() {
    guess(MALIKA, "198.51.100.1", 3);
    guess(MALIKA, "198.51.100.2", 3);
    guess(MALIKA, "198.51.100.3", 3);
    assertThatThrownBy(() -> guess(MALIKA, "198.51.100.4", 1)).isInstanceOf(TooManyLogins.class);
    assertThatCode(() -> budget.spend(MALIKA, OWNER, () -> true)).doesNotThrowAnyException();
  }

  @Test
  void givesBackWhatARefusedAttemptTookFromTheOtherBudgets() {
    guess("one@example.uz", STRANGER, 3);
    guess("two@example.uz", STRANGER, 3);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> guess(MALIKA, STRANGER, 1)).isInstanceOf(TooManyLogins.class);
    }
    clock.advance(Duration.ofMinutes(15));
    assertThatCode(() -> guess(MALIKA, STRANGER, 3)).doesNotThrowAnyException();
  }

  @Test
  void aRightPasswordCostsNothing() {
    for (int i = 0; i < 50; i++) {
      guess(MALIKA, OWNER, 1);
      budget.succeeded(MALIKA, OWNER);
    }
    assertThatCode(() -> guess(MALIKA, OWNER, 3)).doesNotThrowAnyException();
  }

  private void guess(String email, String ip, int times) {
    for (int i = 0; i < times; i++) {
      budget.spend(email, ip, () -> false);
    }
  }

  private static final class StoppedClock implements TimeMeter {
    private long nanos;

    void advance(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
