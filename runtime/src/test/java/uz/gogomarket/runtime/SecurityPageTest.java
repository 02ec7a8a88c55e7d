package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} names as a proof is there. */
class SecurityPageTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern PROOF = Pattern.compile("`(\\w+(?:IT|Test))(?:#(\\w+))?`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d[\\d., ]*) \\|");

  @Test
  void every_test_that_it_names_exists() throws IOException {
    List<String> missing = new ArrayList<>();
    List<MatchResult> proofs = PROOF.matcher(page()).results().toList();
    assertThat(proofs).hasSizeGreaterThan(60);
    for (MatchResult proof : proofs) {
      String method = proof.group(2);
      boolean found = false;
      for (Path source : sources(proof.group(1))) {
        found |= method == null || Files.readString(source).contains(" " + method + "(");
      }
      if (!found) {
        missing.add(proof.group());
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void every_requirement_stands_in_it_once_and_in_order() throws IOException {
    List<String> numbers =
        ROW.matcher(page())
            .results()
            .flatMap(row -> Stream.of(row.group(1).split(", ")))
            .map(String::strip)
            .toList();

    assertThat(numbers)
        .hasSizeGreaterThan(150)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("\\d+\\.\\d+\\.\\d+"));
    assertThat(ROW.matcher(page()).results().map(row -> row.group(1).split(",")[0].strip()))
        .isSortedAccordingTo(Comparator.comparing(SecurityPageTest::place));
  }

  private static int place(String number) {
    String[] parts = number.split("\\.");
    return Integer.parseInt(parts[0]) * 10_000
        + Integer.parseInt(parts[1]) * 100
        + Integer.parseInt(parts[2]);
  }

  private static String page() throws IOException {
    return Files.readString(PROJECT.resolve("docs/security.md"));
  }

  private static List<Path> sources(String test) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module :
        List.of(
            "ejb-module",
            "connector-module",
            "web-module",
            "runtime",
            "container-tests",
            "system-tests")) {
      Path root = PROJECT.resolve(module).resolve("src/test/java");
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.endsWith(test + ".java")).forEach(found::add);
      }
    }
    return found;
  }
}
