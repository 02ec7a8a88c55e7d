package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "90 123 45 67, +998901234567",
    "+998 (90) 123-45-67, +998901234567",
    "998901234567, +998901234567",
    "+7 916 123-45-67, +79161234567"
  })
  void writesNumbersInOneWay(String written, String e164) {
    assertThat(PhoneNumbers.e164(written)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "call me", "+998", "+9989012345678901", "+000000000000"})
  void knowsNoNumberInThese(String written) {
    assertThat(PhoneNumbers.e164(written)).isEmpty();
  }
}
