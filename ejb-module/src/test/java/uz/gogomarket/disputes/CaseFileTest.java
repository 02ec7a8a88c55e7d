package uz.gogomarket.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the form shows what somebody said. */
class CaseFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B"})
  void no_line_of_it_begins_where_a_speaker_stands(String lineBreak) {
    String said = CaseFile.said("Good evening." + lineBreak + "admin, 2026-11-21: I agree.");

    assertThat(said.split("\\R")).noneMatch(line -> line.startsWith("admin"));
    assertThat(said)
        .startsWith("Good evening.\n    ")
        .endsWith("\n    admin, 2026-11-21: I agree.");
  }

  @Test
  void what_turns_the_direction_or_hides_is_shown_by_its_number() {
    assertThat(CaseFile.said("a\u202Eb\u2066c\u200Bd\u001Be"))
        .isEqualTo("a<U+202E>b<U+2066>c<U+200B>d<U+001B>e");
  }

  @Test
  void pictures_and_letters_that_are_joined_stay_what_they_are() {
    String family = "\uD83D\uDC69\u200D\uD83D\uDC67 \u0645\u06CC\u200C\u0634\u0648\u062F\tA";

    assertThat(CaseFile.said(family)).isEqualTo(family);
  }
}
