package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @Test
  void the_addresses_of_one_customer_of_the_sixth_version_count_as_one() {
    assertThat(Addresses.network("2001:db8:1:2::1"))
        .isEqualTo(Addresses.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(Addresses.network("2001:db8:1:3::1"));
    assertThat(Addresses.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "example.uz", "abc", "1.2.3.4.5", "256.1.1.1", ":::", "%"})
  void a_name_is_no_address(String text) {
    assertThat(Addresses.parse(text)).isEmpty();
  }
}
