package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.runtime.demo.DemoSize;

class SettingsTest {
  private static final Map<String, String> NO_ENVIRONMENT = Map.of();
  private static final Map<String, String> DATABASE =
      Map.of(
          "GOGOMARKET_DB_URL", "jdbc:postgresql://db.example:5433/market",
          "GOGOMARKET_DB_OWNER_USER", "owner",
          "GOGOMARKET_DB_OWNER_PASSWORD", "a",
          "GOGOMARKET_DB_APP_USER", "app",
          "GOGOMARKET_DB_APP_PASSWORD", "b");

  @Test
  void with_nothing_set_everything_is_on_loopback_and_beside_the_project() {
    Settings settings = Settings.read(Map.of(), NO_ENVIRONMENT);

    assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.httpThreads()).isEqualTo(128);
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.databasePort()).isEqualTo(15_432);
    assertThat(settings.adminPort()).isEmpty();
    assertThat(settings.heapMegabytes()).isEqualTo(512);
    assertThat(settings.reset()).isFalse();
    assertThat(settings.demo()).isEqualTo(DemoSize.DEFAULT);
    assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080");
    assertThat(settings.externalDatabase()).isEmpty();
    assertThat(settings.data()).hasFileName("data");
    assertThat(settings.payara()).endsWith(Path.of("runtime/target/payara6"));
  }

  @Test
  void properties_win_over_the_environment() {
    Settings settings =
        Settings.read(
            Map.of("gogomarket.http.port", "9001"),
            Map.of(
                "GOGOMARKET_HTTP_PORT", "9002", "GOGOMARKET_BASE_URL", "https://bozor.example/"));

    assertThat(settings.httpPort()).isEqualTo(9001);
    assertThat(settings.baseUrl()).hasToString("https://bozor.example");
  }

  @Test
  void port_zero_is_any_free_port() {
    assertThat(Settings.read(Map.of("gogomarket.http.port", "0"), NO_ENVIRONMENT).httpPort())
        .isBetween(1024, 65_535);
  }

  @Test
  void a_bare_reset_means_yes() {
    assertThat(Settings.read(Map.of("gogomarket.reset", ""), NO_ENVIRONMENT).reset()).isTrue();
  }

  @Test
  void what_the_runtime_does_not_know_is_for_the_application() {
    Settings settings =
        Settings.read(
            Map.of(
                "gogomarket.password.bcrypt-cost",
                "4",
                "gogomarket.http.port",
                "9001",
                "user.name",
                "x"),
            NO_ENVIRONMENT);

    assertThat(settings.application())
        .containsOnly(Map.entry("gogomarket.password.bcrypt-cost", "4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gogomarket.http.port | 70000 | gogomarket.http.port must be a whole number from 0 to 65535, but it is "70000".
          gogomarket.http.hosts | a.example,b/c | gogomarket.http.hosts must be names such as shop.example,shop.example:8443, but it holds "b/c".
          gogomarket.http.body-timeout | 0 | gogomarket.http.body-timeout must be a whole number from 1 to 300, but it is "0".
          gogomarket.http.threads | 4 | gogomarket.http.threads must be a whole number from 8 to 512, but it is "4".
          gogomarket.db.port   | abc   | gogomarket.db.port must be a whole number from 0 to 65535, but it is "abc".
          gogomarket.heap      | 12    | gogomarket.heap must be a size from 256m to 64g such as 512m, but it is "12".
          gogomarket.heap      | 100m  | gogomarket.heap must be a size from 256m to 64g such as 512m, but it is "100m".
          gogomarket.reset     | maybe | gogomarket.reset must be true or false, but it is "maybe".
          gogomarket.demo      | big   | gogomarket.demo must be default, large or none, but it is "big".
          gogomarket.base-url  | market | gogomarket.base-url must be an address like https://market.example, but it is "market".
          gogomarket.start.timeout | 1 | gogomarket.start.timeout must be a whole number from 10 to 3600, but it is "1".
          """)
  void a_value_that_makes_no_sense_is_refused_in_one_sentence(
      String key, String value, String sentence) {
    assertThatThrownBy(() -> Settings.read(Map.of(key, value), NO_ENVIRONMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', DEFAULT",
    "::1, '', DEFAULT",
    "0.0.0.0, '', NONE",
    "::, '', NONE",
    "0.0.0.0, default, DEFAULT",
    "127.0.0.1, large, LARGE",
    "127.0.0.1, none, NONE"
  })
  void accounts_with_published_passwords_are_not_made_where_others_can_log_in_unless_asked_for(
      String host, String demo, DemoSize made) {
    Map<String, String> settings = Map.of("gogomarket.http.host", host, "gogomarket.demo", demo);

    assertThat(Settings.read(settings, NO_ENVIRONMENT).demo()).isEqualTo(made);
  }

  @Test
  void accounts_with_published_passwords_are_not_made_in_somebodys_database_unless_asked_for() {
    assertThat(Settings.read(Map.of(), DATABASE).demo()).isEqualTo(DemoSize.NONE);
    assertThat(Settings.read(Map.of("gogomarket.demo", "default"), DATABASE).demo())
        .isEqualTo(DemoSize.DEFAULT);
  }

  @Test
  void the_large_demo_goes_nowhere_where_others_could_take_it_for_a_marketplace() {
    Map<String, String> open =
        Map.of("gogomarket.http.host", "0.0.0.0", "gogomarket.demo", "large");

    assertThatThrownBy(() -> Settings.read(open, NO_ENVIRONMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("large is for measuring");
    assertThatThrownBy(() -> Settings.read(Map.of("gogomarket.demo", "large"), DATABASE))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("large is for measuring");
  }

  @Test
  void another_database_comes_with_two_roles() {
    ExternalDatabase database = Settings.read(Map.of(), DATABASE).externalDatabase().orElseThrow();

    assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/market");
    assertThat(database.owner().user()).isEqualTo("owner");
    assertThat(database.app().password()).isEqualTo("b");
    assertThat(database).asString().doesNotContain("password=");
  }

  @Test
  void what_is_missing_for_another_database_is_named() {
    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of(), Map.of("GOGOMARKET_DB_URL", "jdbc:postgresql://db.example/market")))
        .hasMessageContaining("GOGOMARKET_DB_OWNER_USER")
        .hasMessageContaining("GOGOMARKET_DB_APP_PASSWORD");
  }

  @Test
  void the_application_never_runs_as_the_owner() {
    Map<String, String> same = new HashMap<>(DATABASE);
    same.put("GOGOMARKET_DB_APP_USER", "owner");

    assertThatThrownBy(() -> Settings.read(Map.of(), same))
        .hasMessageContaining("two different roles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "10.0.0.0/8, proxy.example", "10.0.0"})
  void proxies_that_are_no_addresses_are_refused_before_the_start(String proxies) {
    assertThatThrownBy(
            () -> Settings.read(Map.of("gogomarket.http.trusted-proxies", proxies), Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("must be addresses or networks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "127.0.0.1", "10.0.0.0/8, ::1", "fd00::/8"})
  void proxies_are_addresses_and_networks(String proxies) {
    assertThat(
            Settings.read(Map.of("gogomarket.http.trusted-proxies", proxies), Map.of())
                .application())
        .containsEntry("gogomarket.http.trusted-proxies", proxies);
  }
}
