package uz.gogomarket.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a scenario in a process of its own, so that its processor time is nobody else's. */
final class LoadRun {
  private static final int GRACE_SECONDS = 180;

  private final LoadOptions options;

  LoadRun(LoadOptions options) {
    this.options = options;
  }

  Result run() throws IOException, InterruptedException {
    Path outcome = options.outcome();
    Path log = Path.of(outcome.toString().replaceFirst("\\.json$", ".log"));
    Files.deleteIfExists(outcome);
    Process process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(options.duration() + GRACE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The load generator does not end; see " + log);
    }
    if (!Files.exists(outcome)) {
      throw new IllegalStateException("The load generator has failed; see " + log);
    }
    return new ObjectMapper().readValue(outcome.toFile(), Result.class);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC"));
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(options.written());
    command.addAll(List.of("io.gatling.app.Gatling", "--simulation", Interleaved.class.getName()));
    command.addAll(List.of("--results-folder", options.file("gatling"), "--no-reports"));
    return command;
  }
}
