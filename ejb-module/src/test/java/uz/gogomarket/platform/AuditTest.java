package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

  private static final Pattern RECORDED = Pattern.compile("audit\\.record\\(\\s*\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"api-key.rotated", "apiKey.rotated", "rotated", "api_key.", "a.b.c"})
  void anActionThatIsSpeltOtherwiseIsRefused(String action) {
    assertThatThrownBy(() -> Audit.requireSpelling(action))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allActionsAreSpeltAlike() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> actions =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> RECORDED.matcher(text(file)).results())
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertThat(actions).hasSizeGreaterThan(30).allSatisfy(Audit::requireSpelling);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
