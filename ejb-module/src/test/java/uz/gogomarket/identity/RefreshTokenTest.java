package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  @Test
  void isReadBackAsItWasWritten() {
    RefreshToken token = RefreshToken.first();
    assertThat(RefreshToken.parse(token.text())).contains(token);
  }

  @Test
  void keepsItsFamilyAndChangesItsSecret() {
    RefreshToken first = RefreshToken.first();
    RefreshToken second = first.next();
    assertThat(second.familyFingerprint()).isEqualTo(first.familyFingerprint());
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
  }

  @Test
  void leavesNothingOfItselfInItsFingerprint() {
    RefreshToken token = RefreshToken.first();
    assertThat(token.fingerprint()).matches("[0-9a-f]{64}").doesNotContain(token.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b", "AAAAAAAAAAAAAAAAAAAAAA.", "AAAAAAAAAAAAAAAAAAAAAA.$$$"})
  void refusesOtherShapes(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }
}
