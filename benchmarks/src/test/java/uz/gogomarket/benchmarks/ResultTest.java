package uz.gogomarket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {

  @TempDir Path folder;

  @Test
  void a_ratio_compares_turns_of_the_same_slice() {
    Result result = result(slice(2, 1, 3, 1), slice(8, 2, 12, 4), slice(9, 3, 8, 2));

    assertThat(result.serverRatio()).isEqualTo(new Spread(3, 2, 4));
    assertThat(result.databaseRatio()).isEqualTo(new Spread(3, 3, 4));
  }

  @Test
  void a_spread_is_told_in_parts_of_the_median() {
    assertThat(Spread.of(List.of(4.0, 5.0, 6.0)).relative()).isCloseTo(0.4, within(1e-9));
    assertThat(Spread.of(List.of(4.0, 6.0)).median()).isEqualTo(5);
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_machine_is_not_quiet_when_a_yardstick_spreads_by_more_than_thirty_percent() {
    Result steady = result(slice(1, 0.9, 1, 1), slice(9, 1, 9, 1), slice(1, 1.1, 1, 1));
    Result busy = result(slice(1, 1, 1, 0.8), slice(1, 1, 1, 1), slice(1, 1, 1, 1.2));

    assertThat(steady.quiet()).isTrue();
    assertThat(busy.machineSpread()).isCloseTo(0.4, within(1e-9));
    assertThat(busy.quiet()).isFalse();
    assertThat(ReportTable.line(busy)).contains("not quiet");
  }

  @Test
  void errors_while_warming_up_count_too() {
    Slice failed =
        new Slice(new Figures(1, 3, 1, 1, 1, 1, 1, 1, null), figures(1, 1), figures(1, 1));
    Result result = new Result("listing", "zipf", 5000, 2, 1, 100, List.of(failed));

    assertThat(result.errors()).isEqualTo(5);
    assertThat(result.statements()).isEmpty();
  }

  @Test
  void a_report_is_read_back_as_it_was_written() throws Exception {
    Report report = report("abc1234567", "2026-11-20T10:00:00Z");

    Path file = report.write(folder);

    assertThat(file).hasFileName("abc1234567-5000.json");
    assertThat(new ObjectMapper().readValue(file.toFile(), Report.class)).isEqualTo(report);
  }

  @Test
  void reports_of_many_commits_become_one_page_in_their_order_that_needs_no_other_host()
      throws Exception {
    report("later", "2026-11-21T10:00:00Z").write(folder);
    report("earlier", "2026-11-20T10:00:00Z").write(folder);

    String page = ReportPage.of(Report.in(folder));

    assertThat(page.indexOf("earlier")).isLessThan(page.indexOf("later"));
    assertThat(page).contains("<svg", "listing, zipf, 5,000 products").doesNotContain("://");
  }

  private static Report report(String commit, String at) {
    return new Report(
        commit,
        at,
        "2 processors",
        8,
        5,
        true,
        List.of(result(slice(2, 1, 3, 1), slice(4, 2, 6, 2))));
  }

  private static Result result(Slice... slices) {
    return new Result("listing", "zipf", 5000, 0, 1, 100, List.of(slices));
  }

  private static Slice slice(
      double server, double serverYardstick, double database, double databaseYardstick) {
    return new Slice(
        figures(server, database), figures(serverYardstick, 0), figures(0, databaseYardstick));
  }

  private static Figures figures(double server, double database) {
    return new Figures(100, 0, 10, 1, 2, 3, server, database, 1.0);
  }
}
