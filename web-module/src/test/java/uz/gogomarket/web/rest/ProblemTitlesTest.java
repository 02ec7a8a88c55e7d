package uz.gogomarket.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client is refused with has a title in each of its languages. */
class ProblemTitlesTest {

  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../ejb-module/src/main/java"));

  private static final Pattern THROWN =
      Pattern.compile("new (?:Conflict|Unprocessable|Unauthenticated)\\(([^,]*),");

  /** Where a code is given, to an exception or with a status. */
  private static final List<Pattern> PLACES =
      List.of(
          THROWN,
          Pattern.compile("super\\((\\s*\"\\w+\"),"),
          Pattern.compile("Problem\\.[A-Z_]+,(\\s*\"\\w+\")"),
          Pattern.compile("String code\\(\\) \\{\\s*return ([^;]*);"),
          Pattern.compile("\\b[45]\\d\\d,(\\s*\"\\w+\")"));

  private static final Pattern CODE = Pattern.compile("\"([a-z_]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"", "_ru", "_uz"})
  void every_code_has_a_title_in_every_language(String language) throws IOException {
    assertThat(titles(language)).containsAll(codes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"_ru", "_uz"})
  void the_languages_have_the_same_titles(String language) throws IOException {
    assertThat(titles(language)).isEqualTo(titles(""));
  }

  @Test
  void a_code_can_be_read_where_it_is_thrown() throws IOException {
    List<String> hidden = new ArrayList<>();
    for (String source : sources()) {
      Matcher thrown = THROWN.matcher(source);
      while (thrown.find()) {
        if (!CODE.matcher(thrown.group(1)).find()) {
          hidden.add(thrown.group());
        }
      }
    }
    assertThat(hidden).isEmpty();
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String source : sources()) {
      for (Pattern place : PLACES) {
        Matcher given = place.matcher(source);
        while (given.find()) {
          CODE.matcher(given.group(1)).results().forEach(code -> codes.add(code.group(1)));
        }
      }
    }
    assertThat(codes).contains("order_status", "variant_required", "body_too_large", "login_busy");
    return codes;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static Set<String> titles(String language) throws IOException {
    Properties titles = new Properties();
    Path file = Path.of("src/main/resources/problems" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      titles.load(reader);
    }
    assertThat(titles.values()).doesNotContain("");
    return titles.stringPropertyNames();
  }
}
