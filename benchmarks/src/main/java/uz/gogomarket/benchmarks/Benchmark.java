package uz.gogomarket.benchmarks;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Promises;
import uz.gogomarket.runtime.Settings;

/**
 * The command. Without {@code benchmark.url} it starts a marketplace of its own, with the demo, and
 * stops it at the end; with it, {@code benchmark.data} is the data folder of the one that runs.
 */
public final class Benchmark {
  private final Path folder;
  private final int shoppers;
  private final int seconds;
  private final int warmUp;

  private Benchmark(Path folder, int shoppers, int seconds, int warmUp) {
    this.folder = folder;
    this.shoppers = shoppers;
    this.seconds = seconds;
    this.warmUp = warmUp;
  }

  private record Scenario(String name, Class<? extends Simulation> simulation, double target) {}

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario("product", ProductSimulation.class, 0.6),
          new Scenario("listing", ListingSimulation.class, 1.0),
          new Scenario("checkout", CheckoutSimulation.class, 12));

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(System.getProperty(Load.FOLDER, "target/benchmark")).toAbsolutePath();
    Files.createDirectories(folder);
    Benchmark benchmark =
        new Benchmark(
            folder,
            number(Load.SHOPPERS, 8),
            number(Load.SECONDS, 30),
            number("benchmark.warmup", 30));
    String url = System.getProperty(Load.URL, "");
    boolean kept =
        url.isEmpty()
            ? benchmark.runOnItsOwn()
            : benchmark.run(
                Target.at(URI.create(url), Path.of(System.getProperty("benchmark.data", "data"))));
    System.exit(kept ? 0 : 1);
  }

  private static int number(String name, int otherwise) {
    int value = Integer.getInteger(name, otherwise);
    if (value < 1 || value > 600) {
      throw new IllegalArgumentException(name + " must lie between 1 and 600");
    }
    return value;
  }

  private boolean runOnItsOwn() throws Exception {
    Path data = folder.resolve("marketplace");
    Map<String, String> settings = new HashMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("gogomarket."))
        .forEach(name -> settings.put(name, System.getProperty(name, "")));
    settings.putIfAbsent("gogomarket.data", data.toString());
    settings.putIfAbsent("gogomarket.http.port", "0");
    settings.putIfAbsent("gogomarket.db.port", "0");
    settings.putIfAbsent(
        "gogomarket.db.options",
        "-c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.track=top");
    settings.putIfAbsent("gogomarket.limits.requests-per-minute", "100000000");
    settings.putIfAbsent("gogomarket.reset", "true");
    try (Marketplace marketplace = new Marketplace(Settings.read(settings, System.getenv()))) {
      marketplace.start();
      return run(Target.at(marketplace.url(), Path.of(settings.get("gogomarket.data"))));
    }
  }

  private boolean run(Target target) throws SQLException, IOException, InterruptedException {
    boolean clean = true;
    try (Connection database = target.database()) {
      Feeds.write(database, folder);
      System.out.println(
          "%n%d shoppers, %d s of warm-up and %d s of measuring for each scenario; processor time as the operating system counts it"
              .formatted(shoppers, warmUp, seconds));
      if (!Meter.countsStatements(database)) {
        System.out.println(
            "Statements are not counted: start with -Dgogomarket.db.options=\"-c shared_preload_libraries=pg_stat_statements\"");
      }
      System.out.println(
          "%n%-9s %10s %8s %8s %8s %7s %10s %10s %10s %7s %11s"
              .formatted(
                  "",
                  "ops/s",
                  "p50 ms",
                  "p95 ms",
                  "p99 ms",
                  "errors",
                  "server ms",
                  "database ms",
                  "sum ms/op",
                  "target",
                  "SQL per op"));
      String only = System.getProperty("benchmark.only", "");
      for (Scenario scenario : SCENARIOS) {
        if (only.isEmpty() || only.equals(scenario.name())) {
          clean &= measure(target, database, scenario);
        }
      }
      clean &= promisesHold(target);
    }
    return clean;
  }

  private boolean measure(Target target, Connection database, Scenario scenario)
      throws SQLException, IOException, InterruptedException {
    LoadRun load = new LoadRun(target.url(), folder, shoppers);
    Meter meter = new Meter(target);
    prepare(target, database, scenario);
    LoadRun.Outcome warm = load.run(scenario.simulation(), warmUp);
    prepare(target, database, scenario);
    Meter.Reading before = meter.now(database);
    LoadRun.Outcome outcome = load.run(scenario.simulation(), seconds);
    Meter.Reading used = meter.now(database).minus(before);
    double operations = Math.max(outcome.operations(), 1);
    double server = used.serverMillis() / operations;
    double postgres = used.databaseMillis() / operations;
    System.out.println(
        "%-9s %10.1f %8.1f %8.1f %8.1f %7d %10.3f %10.3f %10.3f %7.1f %11s"
            .formatted(
                scenario.name(),
                outcome.perSecond(),
                outcome.p50(),
                outcome.p95(),
                outcome.p99(),
                outcome.errors() + warm.errors(),
                server,
                postgres,
                server + postgres,
                scenario.target(),
                perOperation(used.statements(), operations)));
    return outcome.errors() + warm.errors() == 0;
  }

  /** Fresh shoppers each time: their tokens live a quarter of an hour. */
  private void prepare(Target target, Connection database, Scenario scenario)
      throws SQLException, IOException, InterruptedException {
    if (scenario.simulation() == CheckoutSimulation.class) {
      List<String> ready = new Shoppers(target.url()).ready(database, shoppers);
      Feeds.write(folder.resolve(Feeds.SHOPPERS), "token,addressId", ready);
    }
  }

  private static String perOperation(Optional<Long> statements, double operations) {
    return statements.map(count -> "%.2f".formatted(count / operations)).orElse("-");
  }

  private static boolean promisesHold(Target target) throws SQLException, IOException {
    try (Connection database = target.database()) {
      List<Promises.Broken> broken = Promises.broken(database);
      System.out.println(
          broken.isEmpty()
              ? "\nAll promises hold."
              : "\nBroken promises:\n"
                  + String.join("\n", broken.stream().map(Promises.Broken::toString).toList()));
      return broken.isEmpty();
    }
  }
}
