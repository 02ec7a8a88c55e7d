package uz.gogomarket.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports as one page that needs nothing else: tables, and a chart for each scenario with the
 * ratios of all commits, drawn as SVG.
 */
final class ReportPage {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 150;
  private static final int MARGIN = 40;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>GoGoMarket: what an operation costs</title>
      <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
        table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .2rem .6rem; border-bottom: 1px solid #ddd; text-align: right }
        th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left } figure { margin: 1.5rem 0 } figcaption { font-weight: 600 }
        svg text { font: 11px system-ui, sans-serif; fill: #444 } .server { stroke: #1f6feb; fill: #1f6feb } .database { stroke: #c2570c; fill: #c2570c }
      </style></head><body>
      <h1>What an operation costs</h1>
      <p>Processor time in times of a yardstick that was measured in turns with it: of the server against
      a request that does nothing, of the database against the least SQL of the same step. Dots are medians, lines reach from the
      lowest slice to the highest.</p>
      """;

  private ReportPage() {}

  /**
   * @param reports oldest first
   */
  static String of(List<Report> reports) {
    StringBuilder page = new StringBuilder(HEAD);
    byScenario(reports).forEach((title, points) -> page.append(chart(title, points)));
    for (int i = reports.size() - 1; i >= 0; i--) {
      page.append(table(reports.get(i)));
    }
    return page.append("</body></html>\n").toString();
  }

  private record Point(String commit, Spread server, Spread database) {
    double top() {
      return Math.max(server.high(), database.high());
    }
  }

  private static Map<String, List<Point>> byScenario(List<Report> reports) {
    Map<String, List<Point>> points = new TreeMap<>();
    for (Report report : reports) {
      for (Result result : report.results()) {
        String title =
            "%s, %s, %,d products".formatted(result.scenario(), result.mix(), result.products());
        points
            .computeIfAbsent(title, unseen -> new ArrayList<>())
            .add(new Point(report.commit(), result.serverRatio(), result.databaseRatio()));
      }
    }
    return points;
  }

  private static String chart(String title, List<Point> points) {
    double top = points.stream().mapToDouble(Point::top).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\">"
            .formatted(escaped(title), WIDTH, HEIGHT + MARGIN, WIDTH));
    for (double part : new double[] {0, 0.5, 1}) {
      svg.append(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"0\" y=\"%.1f\">%.1f×</text>"
              .formatted(MARGIN, WIDTH, y(part, 1), y(part, 1), y(part, 1) + 4, part * top));
    }
    double step = (WIDTH - MARGIN) / (points.size() + 1.0);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double x = MARGIN + step * (i + 1);
      svg.append(whisker("server", x - 4, point.server(), top));
      svg.append(whisker("database", x + 4, point.database(), top));
      svg.append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>"
              .formatted(x, HEIGHT + MARGIN - 8, escaped(point.commit())));
    }
    return svg.append(
            "<text class=\"server\" x=\"%d\" y=\"12\" text-anchor=\"end\">server</text><text class=\"database\" x=\"%d\" y=\"26\" text-anchor=\"end\">database</text></svg></figure>\n"
                .formatted(WIDTH, WIDTH))
        .toString();
  }

  private static String whisker(String kind, double x, Spread ratio, double top) {
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\""
            + " stroke-width=\"2\"/><circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\""
            + " r=\"4\"><title>%.2f</title></circle>",
        kind,
        x,
        x,
        y(ratio.low(), top),
        y(ratio.high(), top),
        kind,
        x,
        y(ratio.median(), top),
        ratio.median());
  }

  private static double y(double value, double top) {
    return 10 + (HEIGHT - 10) * (1 - value / top);
  }

  private static String table(Report report) {
    StringBuilder html = new StringBuilder();
    html.append(
        "<h2>%s, %,d products</h2><p>%s; %s; %d shoppers, turns of %d s; promises %s.</p><table><tr>"
            .formatted(
                escaped(report.commit()),
                report.products(),
                escaped(report.at()),
                escaped(report.machine()),
                report.shoppers(),
                report.seconds(),
                report.promisesHeld() ? "held" : "broken"));
    ReportTable.HEADINGS.forEach(each -> html.append("<th>").append(each).append("</th>"));
    html.append("</tr>");
    for (Result result : report.results()) {
      html.append("<tr>");
      ReportTable.cells(result)
          .forEach(each -> html.append("<td>").append(escaped(each)).append("</td>"));
      html.append("</tr>");
    }
    return html.append("</table>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
