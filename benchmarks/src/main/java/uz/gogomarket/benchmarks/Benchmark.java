package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Promises;
import uz.gogomarket.runtime.Settings;

/**
 * The command. Without {@code benchmark.url} it starts a marketplace of its own, with the demo, and
 * stops it at the end; with it, {@code benchmark.data} is the data folder of the one that runs.
 */
public final class Benchmark {
  private final Path folder = folder("benchmark.folder", "target/benchmark");
  private final Path reports = folder("benchmark.reports", "target/reports");
  private final List<Scenario> scenarios = Scenario.named(text("benchmark.only", ""));
  private final List<Mix> mixes =
      Arrays.stream(text("benchmark.mix", "uniform,zipf").split(",", -1))
          .map(label -> Mix.valueOf(label.strip().toUpperCase(Locale.ROOT)))
          .toList();
  private final int shoppers = number("benchmark.shoppers", 8);
  private final int slices = number("benchmark.slices", 5);
  private final int seconds = number("benchmark.seconds", 5);
  private final int warmUp = number("benchmark.warmup", 30);

  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = new Benchmark();
    Files.createDirectories(benchmark.folder);
    String url = text("benchmark.url", "");
    boolean kept =
        url.isEmpty()
            ? benchmark.runOnItsOwn()
            : benchmark.run(Target.at(URI.create(url), folder("benchmark.data", "data")));
    System.exit(kept ? 0 : 1);
  }

  private static String text(String name, String otherwise) {
    String text = System.getProperty(name, "");
    return text.isBlank() ? otherwise : text;
  }

  private static Path folder(String name, String otherwise) {
    return Path.of(text(name, otherwise)).toAbsolutePath();
  }

  private static int number(String name, int otherwise) {
    int value = Integer.parseInt(text(name, Integer.toString(otherwise)));
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
    List<Result> results = new ArrayList<>();
    try (Connection database = target.database();
        ServerYardstick deployed = ServerYardstick.deploy(target)) {
      int products =
          Integer.parseInt(Feeds.lines(database, "select count(*) from listed_products").get(0));
      Feeds.write(database, folder);
      DatabaseYardstick.prepare(database, products);
      System.out.printf(
          "%n%,d products, %d shoppers, %d slices: turns of %d s with the yardsticks of server and"
              + " database after %d s of warm-up%n%n",
          products, shoppers, slices, seconds, warmUp);
      if (!Meter.countsStatements(database)) {
        System.out.println(
            "Statements are not counted: start with -Dgogomarket.db.options=\"-c"
                + " shared_preload_libraries=pg_stat_statements\"");
      }
      System.out.println(ReportTable.heading());
      for (Scenario scenario : scenarios) {
        for (Mix mix : scenario.personal() ? List.of(Mix.UNIFORM) : mixes) {
          results.add(measure(target, database, scenario, mix, products));
          System.out.println(ReportTable.line(results.get(results.size() - 1)));
        }
      }
      DatabaseYardstick.remove(database);
    }
    boolean held = promisesHold(target);
    report(target, results, held);
    return held && results.stream().allMatch(result -> result.errors() == 0);
  }

  private Result measure(
      Target target, Connection database, Scenario scenario, Mix mix, int products)
      throws SQLException, IOException, InterruptedException {
    if (scenario.personal()) {
      Feeds.write(
          folder.resolve(Feeds.SHOPPERS),
          People.HEADING,
          scenario == Scenario.POSITION
              ? new People(target.url()).couriers(database, shoppers)
              : new People(target.url()).shoppers(database, shoppers));
    }
    return new LoadRun(
            new LoadOptions(
                target.url(),
                target.data(),
                folder,
                scenario,
                mix,
                products,
                shoppers,
                slices,
                warmUp,
                seconds))
        .run();
  }

  private void report(Target target, List<Result> results, boolean held)
      throws SQLException, IOException, InterruptedException {
    Path home = folder("gogomarket.home", ".");
    try (Connection database = target.database()) {
      String machine =
          "%d processors, JDK %s, PostgreSQL %s"
              .formatted(
                  Runtime.getRuntime().availableProcessors(),
                  Runtime.version(),
                  Feeds.lines(database, "show server_version").get(0));
      Report report =
          new Report(
              Report.commitOf(home),
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              machine,
              shoppers,
              seconds,
              held,
              results);
      Path file = report.write(reports);
      Path page = reports.resolve("index.html");
      Files.writeString(page, ReportPage.of(Report.in(reports)));
      System.out.printf("%n%s%n%s%n", file, page);
    }
    if (results.stream().anyMatch(result -> !result.quiet())) {
      System.out.printf(
          "%nThe yardsticks themselves spread by more than %.0f %%: this machine is not quiet. The"
              + " ratios stand better than the absolute figures.%n",
          Result.QUIET * 100);
    }
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
