package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final String EMAIL = "malika.karimova@example.uz";

  @ParameterizedTest
  @ValueSource(
      strings = {"tea and dried fruit", "kQ7-pomegranate", "ўзбекча парол", "🍇🥝🌰🫖🍞🧂🍯🐎🪁🎈"})
  void takesLongEnoughPasswordsInAnyScript(String password) {
    assertThat(PasswordPolicy.objection("password", password, EMAIL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "kQ7-pomeg", "🍇🥝🌰🫖🍞", "          ", "MALIKA.karimova@example.uz"})
  void refusesShortBlankAndTheEmailAddress(String password) {
    assertThat(PasswordPolicy.objection("password", password, EMAIL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "qwertyuiop",
        "password123",
        "P@ssw0rd2024",
        "iloveyou12",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabc",
        "0987654321",
        "01.01.1990",
        "1q2w3e4r5t",
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(PasswordPolicy.objection("password", password, EMAIL))
        .hasValueSatisfying(objection -> assertThat(objection.code()).isEqualTo("common_password"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"karimova99", "gogomarket1", "sherzodbek", "Sherzodbek7"})
  void refusesWhatIsKnownOfTheAccount(String password) {
    assertThat(PasswordPolicy.objection("password", password, EMAIL, "Malika", "Sherzodbek"))
        .isPresent();
  }

  @Test
  void countsBytesAtTheUpperBound() {
    String latin = "Seven camels carry tea over the pass, nobody counts how many come back.";
    assertThat(latin).hasSize(71);
    assertThat(PasswordPolicy.objection("password", latin + "!", EMAIL)).isEmpty();
    assertThat(PasswordPolicy.objection("password", latin + "!!", EMAIL)).isPresent();
    String cyrillic = "етти туя довондан чой олиб ўтди-ку";
    assertThat(PasswordPolicy.objection("password", cyrillic, EMAIL)).isEmpty();
    assertThat(PasswordPolicy.objection("password", cyrillic + "ўўўўўў", EMAIL)).isPresent();
  }

  @Test
  void refusesNulWhereBcryptWouldStopReading() {
    assertThat(PasswordPolicy.objection("password", "kQ7-pomegranate\0rest", EMAIL)).isPresent();
  }

  @Test
  void isTheSamePasswordHoweverItsLettersAreComposed() {
    assertThat(PasswordPolicy.normalized("чо\u0438\u0306хона")).isEqualTo("чо\u0439хона");
  }
}
