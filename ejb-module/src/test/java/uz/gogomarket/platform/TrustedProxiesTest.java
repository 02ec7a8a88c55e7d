package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final String PROXIES = "127.0.0.1, 10.0.0.0/8, 2001:db8:7::/48";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3       | 203.0.113.7                     | 203.0.113.7",
        "10.1.2.3       | 203.0.113.7:4711                | 203.0.113.7",
        "10.1.2.3       | 198.51.100.1, 203.0.113.7       | 203.0.113.7",
        "10.1.2.3       | 203.0.113.7, 10.9.9.9           | 203.0.113.7",
        "10.1.2.3       | 10.8.8.8, 10.9.9.9              | 10.8.8.8",
        "10.1.2.3       | 203.0.113.7, unknown            | 10.1.2.3",
        "10.1.2.3       | 203.0.113.7, unknown, 10.9.9.9  | 10.9.9.9",
        "10.1.2.3       | 203.0.113.7, 1.2.3.4.5          | 10.1.2.3",
        "10.1.2.3       | [2001:db8::1]:4711              | 2001:db8:0:0:0:0:0:1",
        "10.1.2.3       | fe80::1, 2001:db8:7::5          | fe80:0:0:0:0:0:0:1",
        "2001:db8:7::9  | ::ffff:203.0.113.7              | 203.0.113.7",
        "127.0.0.1      | 203.0.113.7                     | 203.0.113.7",
        "11.0.0.1       | 203.0.113.7                     | 11.0.0.1",
        "2001:db8:8::9  | 203.0.113.7                     | 2001:db8:8:0:0:0:0:9",
        "203.0.113.9    | 10.9.9.9                        | 203.0.113.9",
      })
  void the_client_is_the_last_station_that_no_trusted_proxy_is(
      String peer, String header, String client) {
    assertThat(origin(peer, "X-Forwarded-For", header).address()).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3 | https       | true",
        "10.1.2.3 | HTTPS       | true",
        "10.1.2.3 | http        | false",
        "10.1.2.3 | https, http | false",
        "11.0.0.1 | https       | false",
      })
  void only_a_trusted_proxy_can_say_that_its_client_spoke_tls(
      String peer, String protocol, boolean secure) {
    assertThat(
            origin(peer, "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", protocol).secure())
        .isEqualTo(secure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.7;proto=https;by=10.1.2.3            | 203.0.113.7          | true",
        "For=\"[2001:db8::1]:4711\";Proto=\"https\"         | 2001:db8:0:0:0:0:0:1 | true",
        "for=198.51.100.1;proto=https, for=203.0.113.7      | 203.0.113.7          | false",
        "for=\"198.51.100.1, for=203.0.113.7;proto=https    | 203.0.113.7          | true",
        "for=203.0.113.7;proto=https, for=10.9.9.9          | 203.0.113.7          | true",
        "for=_hidden;proto=https                            | 10.1.2.3             | true",
        "proto=https                                        | 10.1.2.3             | true",
        "nonsense                                           | 10.1.2.3             | false",
      })
  void the_standard_header_is_read_where_the_proxies_write_it(
      String header, String client, boolean secure) {
    TrustedProxies proxies = new TrustedProxies(PROXIES, "forwarded");
    Origin origin =
        proxies.origin(
            "10.1.2.3", false, headers("Forwarded", header, "X-Forwarded-For", "192.0.2.1"));

    assertThat(origin).isEqualTo(new Origin(client, secure, false));
  }

  @Test
  void the_other_kind_of_header_is_the_clients_own_word() {
    Origin origin =
        origin(
            "10.1.2.3", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=192.0.2.1;proto=https");

    assertThat(origin).isEqualTo(new Origin("203.0.113.7", false, false));
  }

  @Test
  void a_client_on_this_machine_is_local_until_something_says_that_it_is_a_proxy() {
    assertThat(origin("127.0.0.1")).isEqualTo(new Origin("127.0.0.1", false, true));
    assertThat(origin("0:0:0:0:0:0:0:1").local()).isTrue();
    assertThat(origin("203.0.113.7").local()).isFalse();
    assertThat(origin("127.0.0.1", "X-Forwarded-For", "127.0.0.1").local()).isFalse();
    assertThat(origin("0:0:0:0:0:0:0:1", "X-Forwarded-Proto", "https"))
        .isEqualTo(new Origin("0:0:0:0:0:0:0:1", false, false));
  }

  @Test
  void a_zone_means_nothing_elsewhere() {
    assertThat(origin("fe80:0:0:0:0:0:0:1%eth0").address()).isEqualTo("fe80:0:0:0:0:0:0:1");
  }

  @Property
  void whatever_a_trusted_proxy_hands_on_is_read(@ForAll String header, @ForAll boolean standard) {
    TrustedProxies proxies =
        new TrustedProxies(PROXIES, standard ? "forwarded" : "x-forwarded-for");
    Origin origin =
        proxies.origin("10.1.2.3", false, headers("Forwarded", header, "X-Forwarded-For", header));

    assertThat(Addresses.parse(origin.address())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::1/129", "/8"})
  void what_is_no_address_is_refused_in_a_sentence(String setting) {
    assertThatThrownBy(() -> new TrustedProxies(setting, "forwarded"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TrustedProxies.SETTING);
  }

  @Test
  void another_header_is_refused_in_a_sentence() {
    assertThatThrownBy(() -> new TrustedProxies("", "x-real-ip"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TrustedProxies.HEADER_SETTING);
  }

  private static Origin origin(String peer, String... headers) {
    return new TrustedProxies(PROXIES, "x-forwarded-for").origin(peer, false, headers(headers));
  }

  private static java.util.function.Function<String, List<String>> headers(
      String... namesAndValues) {
    Map<String, List<String>> headers = new java.util.HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i].toLowerCase(Locale.ROOT), Arrays.asList(namesAndValues[i + 1]));
    }
    return name -> headers.getOrDefault(name, List.of());
  }
}
