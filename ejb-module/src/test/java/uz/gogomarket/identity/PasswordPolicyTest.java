package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final String EMAIL = "malika@example.uz";

  @ParameterizedTest
  @ValueSource(
      strings = {"tea and dried fruit", "1234567890", "ўзбекча парол", "🍇🍇🍇🍇🍇🍇🍇🍇🍇🍇"})
  void takesLongEnoughPasswordsInAnyScript(String password) {
    assertThat(PasswordPolicy.objection(password, EMAIL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "🍇🍇🍇🍇🍇", "          ", "MALIKA@example.uz"})
  void refusesShortBlankAndTheEmailAddress(String password) {
    assertThat(PasswordPolicy.objection(password, EMAIL)).isPresent();
  }

  @Test
  void countsBytesAtTheUpperBound() {
    assertThat(PasswordPolicy.objection("a".repeat(72), EMAIL)).isEmpty();
    assertThat(PasswordPolicy.objection("a".repeat(73), EMAIL)).isPresent();
    assertThat(PasswordPolicy.objection("ў".repeat(36), EMAIL)).isEmpty();
    assertThat(PasswordPolicy.objection("ў".repeat(37), EMAIL)).isPresent();
  }

  @Test
  void refusesNulWhereBcryptWouldStopReading() {
    assertThat(PasswordPolicy.objection("0123456789\0rest", EMAIL)).isPresent();
  }
}
