package uz.gogomarket.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as lines of text: for the console, and as rows of {@code docs/performance.md}. */
final class ReportTable {

  private ReportTable() {}

  static final List<String> HEADINGS =
      List.of(
          "scenario",
          "mix",
          "server ×",
          "database ×",
          "server ms",
          "database ms",
          "ops/s",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "SQL",
          "errors",
          "machine's spread");

  static String heading() {
    return row(HEADINGS) + "\n" + row(HEADINGS.stream().map(each -> "---").toList());
  }

  static String line(Result result) {
    return row(cells(result));
  }

  static List<String> cells(Result result) {
    return List.of(
        result.scenario(),
        result.mix(),
        ratio(result.serverRatio()),
        ratio(result.databaseRatio()),
        number(result.serverMillis().median(), 3),
        number(result.databaseMillis().median(), 3),
        number(Spread.of(result.slices(), slice -> slice.product().perSecond()).median(), 0),
        number(Spread.of(result.slices(), slice -> slice.product().p50()).median(), 1),
        number(Spread.of(result.slices(), slice -> slice.product().p95()).median(), 1),
        number(Spread.of(result.slices(), slice -> slice.product().p99()).median(), 1),
        statements(result.statements()),
        Long.toString(result.errors()),
        number(result.machineSpread() * 100, 0) + " %" + (result.quiet() ? "" : " (not quiet)"));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** The median, and between which ratios the slices lie. */
  private static String ratio(Spread spread) {
    return "%s (%s–%s)"
        .formatted(number(spread.median(), 1), number(spread.low(), 1), number(spread.high(), 1));
  }

  private static String statements(Optional<Spread> counted) {
    return counted.map(spread -> number(spread.median(), 1)).orElse("-");
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
