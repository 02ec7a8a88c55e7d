package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

  private static final Networks LISTED =
      new Networks("10.0.0.5, 192.168.4.0/23,2001:db8:7::/48,::1");

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5,true",
    "10.0.0.6,false",
    "192.168.5.255,true",
    "192.168.6.0,false",
    "2001:db8:7:ffff::1,true",
    "2001:db8:8::1,false",
    "::1,true",
    "::ffff:10.0.0.5,true"
  })
  void addresses_are_found_in_their_networks(String address, boolean listed)
      throws UnknownHostException {
    assertThat(LISTED.hold(InetAddress.getByName(address))).isEqualTo(listed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.5/33", "proxy.example", "fade", "::1/x", "10.0.0.0/", "1::2::3"})
  void what_is_no_network_is_told_so_and_no_name_is_looked_up(String text) {
    assertThatThrownBy(() -> new Networks(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void who_holds_a_64_counts_as_one() throws UnknownHostException {
    assertThat(network("2001:db8::1")).isEqualTo(network("2001:db8::ffff:1"));
    assertThat(network("2001:db8::1")).isNotEqualTo(network("2001:db8:0:1::1"));
    assertThat(network("192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
  }

  private static String network(String address) throws UnknownHostException {
    return Networks.of(InetAddress.getByName(address));
  }
}
