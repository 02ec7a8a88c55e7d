package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The README's tour, as a reader would run it. */
class TourIT {

  @Test
  void the_tour_runs_from_browsing_to_balanced_books() throws IOException, InterruptedException {
    assertThat(walked(RestAssured.baseURI))
        .contains("== 10.", "The tour is over.", "\"refund_full\"");
  }

  /** What the tour says of the marketplace at this address. */
  static String walked(String url) throws IOException, InterruptedException {
    assumeTrue(isInstalled("curl"), "the tour is made of curl calls");
    Path script = Path.of(System.getProperty("gogomarket.home"), "docs", "tour.sh");
    Process tour =
        new ProcessBuilder("sh", script.toString(), url).redirectErrorStream(true).start();
    String said = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tour.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(tour.exitValue()).as(said).isZero();
    return said;
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
