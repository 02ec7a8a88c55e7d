package uz.gogomarket.benchmarks;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Runs one simulation in a process of its own, so that its processor time is not the server's. */
final class LoadRun {
  private static final int GRACE_SECONDS = 120;

  private final URI url;
  private final Path folder;
  private final int shoppers;

  LoadRun(URI url, Path folder, int shoppers) {
    this.url = url;
    this.folder = folder;
    this.shoppers = shoppers;
  }

  /** What came of it; times in milliseconds. */
  record Outcome(
      long operations, long errors, double perSecond, double p50, double p95, double p99) {}

  Outcome run(Class<? extends Simulation> simulation, int seconds)
      throws IOException, InterruptedException {
    Path outcome = folder.resolve(Recorder.FILE);
    Path log = folder.resolve(simulation.getSimpleName() + ".log");
    Files.deleteIfExists(outcome);
    Process process =
        new ProcessBuilder(command(simulation, seconds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The load generator does not end; see " + log);
    }
    if (!Files.exists(outcome)) {
      throw new IllegalStateException("The load generator has failed; see " + log);
    }
    return read(outcome);
  }

  private List<String> command(Class<? extends Simulation> simulation, int seconds) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path", ""),
        "-D" + Load.URL + "=" + url,
        "-D" + Load.SHOPPERS + "=" + shoppers,
        "-D" + Load.SECONDS + "=" + seconds,
        "-D" + Load.FOLDER + "=" + folder,
        "io.gatling.app.Gatling",
        "--simulation",
        simulation.getName(),
        "--results-folder",
        folder.resolve("gatling").toString(),
        "--no-reports");
  }

  private static Outcome read(Path file) throws IOException {
    Properties outcome = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      outcome.load(in);
    }
    long operations = number(outcome, "operations");
    return new Outcome(
        operations,
        number(outcome, "errors"),
        operations / (number(outcome, "nanos") / 1e9),
        number(outcome, "p50") / 1e6,
        number(outcome, "p95") / 1e6,
        number(outcome, "p99") / 1e6);
  }

  private static long number(Properties outcome, String name) {
    return Long.parseLong(outcome.getProperty(name, "0"));
  }
}
