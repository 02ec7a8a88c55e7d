package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  private static final Rules APPLICATION =
      new ApplicationRules(new HostNames("market.example,shop.example:8443"));
  private static final Rules ADMINISTRATION = new AdministrationRules();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "market.example",
        "Market.Example:8080",
        "shop.example",
        "localhost:8080",
        "127.0.0.1",
        "127.1.2.3:80",
        "[::1]:8080",
        "192.0.2.7:8080"
      })
  void the_application_is_reached_under_its_names_and_its_own_address(String host) {
    assertThatCode(() -> APPLICATION.check(get(host), "192.0.2.7")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "market.example.evil.example",
        "127.0.0.1.evil.example",
        "192.0.2.8",
        "market.example:80:80",
        "a@market.example",
        ""
      })
  void under_a_foreign_name_nothing_is_served(String host) {
    assertThatThrownBy(() -> APPLICATION.check(get(host), "192.0.2.7"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("under this name");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080,localhost:8080",
    "https://market.example,10.0.0.1",
    "https://shop.example:8443,localhost"
  })
  void our_own_pages_change_things(String origin, String host) {
    assertThatCode(() -> APPLICATION.check(post(host, origin), "10.0.0.1"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example,localhost:8080",
    "http://localhost:3000,localhost:8080",
    "https://shop.example,localhost",
    "null,localhost"
  })
  void pages_of_other_sites_change_nothing(String origin, String host) {
    assertThatThrownBy(() -> APPLICATION.check(post(host, origin), "10.0.0.1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Pages of other sites");
  }

  @Test
  void administration_is_for_programs_on_this_machine() {
    assertThatCode(() -> ADMINISTRATION.check(get("localhost:4848"), "127.0.0.1"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ADMINISTRATION.check(get("evil.example"), "127.0.0.1"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () ->
                ADMINISTRATION.check(post("localhost:4848", "http://localhost:4848"), "127.0.0.1"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void before_the_application_is_there_nothing_is_answered() throws Exception {
    Path mark = folder.resolve("deployed");
    Rules opening = new OpeningRules(APPLICATION, mark.toString());

    assertThatThrownBy(() -> opening.check(get("localhost"), "127.0.0.1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Starting");
    Files.createFile(mark);
    assertThatCode(() -> opening.check(get("localhost"), "127.0.0.1")).doesNotThrowAnyException();
  }

  private static RequestHead get(String host) {
    return new RequestHead("GET", host, null, false, 0, false, null);
  }

  private static RequestHead post(String host, String origin) {
    return new RequestHead("POST", host, origin, false, 0, false, null);
  }
}
