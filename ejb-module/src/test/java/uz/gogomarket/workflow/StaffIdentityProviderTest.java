package uz.gogomarket.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffIdentityProviderTest {

  @ParameterizedTest
  @CsvSource({
    "%, Aziz, true",
    "az%, Aziz, true",
    "%IZ, Aziz, true",
    "%zi%, Aziz, true",
    "a%z, Aziz, true",
    "a%i%z, Aziz, true",
    "aziz, Aziz, true",
    "azi, Aziz, false",
    "%x%, Aziz, false",
    "aziz%aziz, Aziz, false",
    "b%, Aziz, false"
  })
  void the_percent_sign_stands_for_anything(String pattern, String name, boolean matches) {
    assertThat(StaffIdentityProvider.like(pattern, name)).isEqualTo(matches);
  }
}
