package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private final Json json = new Json();

  enum Colour {
    DARK_RED
  }

  record Thing(String name, int count, Money price, Instant at, Colour colour, List<Long> ids) {}

  @Test
  void a_record_is_written_in_the_houses_manner_and_read_again() {
    Thing thing =
        new Thing(
            "a",
            2,
            Money.of("12.5"),
            Instant.parse("2026-11-21T09:30:00Z"),
            Colour.DARK_RED,
            List.of(1L));

    String text = json.write(thing);

    assertThat(text)
        .isEqualTo(
            "{\"name\":\"a\",\"count\":2,\"price\":{\"amount\":\"12.50\",\"currency\":\"UZS\"},"
                + "\"at\":\"2026-11-21T09:30:00Z\",\"colour\":\"dark_red\",\"ids\":[1]}");
    assertThat(json.read(text, Thing.class)).isEqualTo(thing);
  }

  /** Nothing is required here, so that each text below has only its own fault. */
  record Loose(
      String name,
      Integer count,
      Money price,
      Instant at,
      Colour colour,
      Boolean active,
      BigDecimal rate,
      Names inner,
      List<Long> ids) {}

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"a\"}", "{\"count\":2}", "{\"colour\":\"dark_red\"}"})
  void what_is_right_is_read(String text) {
    assertThat(json.read(text, Loose.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\tb", "a\\r\\nb", "\u043e\u02bb", "\\ud83d\\ude00", "\ud83d\ude00"})
  void text_in_any_language_is_read(String text) {
    assertThat(json.read("{\"name\":\"" + text + "\"}", Loose.class).name()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "\\u0007", "\\u001b", "\\ud800", "\\udc00x", "\\ufffe", "\\uffff"})
  void what_xml_cannot_tell_is_refused_in_values_and_names(String text) {
    assertThatThrownBy(() -> json.read("{\"name\":\"a" + text + "\"}", Loose.class))
        .hasStackTraceContaining("control_characters");
    assertThatThrownBy(() -> json.read("{\"names\":{\"a" + text + "\":\"b\"}}", Names.class))
        .isInstanceOf(IllegalStateException.class);
  }

  record Names(Map<String, String> names) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"colour\":\"DARK_RED\"}",
        "{\"colour\":\" dark_red\"}",
        "{\"colour\":\"dark_red\\n\"}",
        "{\"colour\":\"\"}",
        "{\"colour\":0}",
        "{\"colour\":[\"dark_red\"]}",
        "{\"nme\":\"a\"}",
        "{\"name\":1}",
        "{\"count\":\"2\"}",
        "{\"count\":2.5}",
        "{\"price\":12.50}",
        "{\"price\":{\"amount\":12.5,\"currency\":\"UZS\"}}",
        "{\"price\":{\"amount\":\"12.505\",\"currency\":\"UZS\"}}",
        "{\"price\":{\"amount\":\"1e5\",\"currency\":\"UZS\"}}",
        "{\"price\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}",
        "{\"at\":\"yesterday\"}",
        "{\"colour\":\"blue\"}",
        "{\"colour\":0}",
        "{\"colour\":\"\"}",
        "{\"count\":\"\"}",
        "{\"count\":\" \"}",
        "{\"count\":\"\\u0000\"}",
        "{\"count\":[]}",
        "{\"active\":\"\"}",
        "{\"active\":\"\\u0007\"}",
        "{\"active\":1}",
        "{\"rate\":\" \"}",
        "{\"inner\":\"\"}",
        "{\"ids\":\"\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\"} more",
      })
  void what_is_not_exactly_so_is_refused(String text) {
    assertThatThrownBy(() -> json.read(text, Loose.class))
        .isInstanceOf(IllegalStateException.class);
  }
}
