package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {

  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  /** A code where it is written down: after the field, in a constraint, or in a table of codes. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:InvalidInput\\.of|Violation\\.of)\\(\\s*(?:[^;]*?,)\\s*(?:[a-z]+ \\? )?\"([a-z_]+)\"");

  private static final Pattern IN_CONSTRAINT = Pattern.compile("message = \"([a-z_]+)\"");

  @ParameterizedTest
  @CsvSource({
    "en,must have at most 20 characters",
    "ru,должно содержать не больше 20 символов",
    "uz,20 tadan koʻp belgi boʻlmasligi kerak"
  })
  void a_message_is_in_the_readers_language_and_names_the_values(String locale, String message) {
    assertThat(Violation.of("name", "too_long", 20).message(locale)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "uz"})
  void every_code_has_a_message_in_every_language(String locale) {
    assertThat(bundle(locale).keySet()).isEqualTo(bundle("en").keySet());
  }

  @Test
  void no_message_was_left_in_english() {
    ResourceBundle russian = bundle("ru");
    assertThat(russian.keySet())
        .allSatisfy(
            code -> {
              assertThat(CYRILLIC.matcher(russian.getString(code)).find()).as(code).isTrue();
            });
  }

  @Test
  void a_message_names_the_same_values_in_every_language() {
    for (String code : bundle("en").keySet()) {
      for (String locale : List.of("ru", "uz")) {
        assertThat(placeholders(bundle(locale).getString(code)))
            .as(code + " " + locale)
            .isEqualTo(placeholders(bundle("en").getString(code)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "../web-module/src/main/java"})
  void every_code_that_the_sources_say_has_a_message(String folder) throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        collect(SAID.matcher(source), said);
        collect(IN_CONSTRAINT.matcher(source), said);
      }
    }
    assertThat(said).hasSizeGreaterThan(5);
    assertThat(bundle("en").keySet()).containsAll(said);
  }

  private static void collect(Matcher matcher, Set<String> found) {
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }

  private static Set<String> placeholders(String message) {
    Set<String> found = new TreeSet<>();
    collect(Pattern.compile("(\\{\\d})").matcher(message), found);
    return found;
  }

  private static ResourceBundle bundle(String locale) {
    return ResourceBundle.getBundle(
        "violations",
        Locale.forLanguageTag(locale),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
