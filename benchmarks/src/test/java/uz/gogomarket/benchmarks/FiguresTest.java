package uz.gogomarket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final Meter.Reading USED = new Meter.Reading(30, 50, Optional.of(76L));

  @Test
  void what_was_used_is_divided_by_the_operations_that_succeeded() {
    Figures figures = Figures.of(new long[] {4_000_000, 2_000_000}, 1, 500_000_000, USED);

    assertThat(figures.serverMillis()).isEqualTo(15);
    assertThat(figures.databaseMillis()).isEqualTo(25);
    assertThat(figures.statements()).isEqualTo(38);
    assertThat(figures.perSecond()).isCloseTo(4, within(1e-9));
    assertThat(figures.errors()).isEqualTo(1);
  }

  @Test
  void a_percentile_is_the_smallest_duration_that_so_many_do_not_exceed() {
    long[] oneToTwoHundred = LongStream.rangeClosed(1, 200).toArray();

    assertThat(Figures.percentile(oneToTwoHundred, 50)).isEqualTo(100);
    assertThat(Figures.percentile(oneToTwoHundred, 95)).isEqualTo(190);
    assertThat(Figures.percentile(oneToTwoHundred, 99)).isEqualTo(198);
    assertThat(Figures.percentile(new long[] {7}, 99)).isEqualTo(7);
  }

  @Test
  void percentiles_do_not_depend_on_the_order_of_the_durations() {
    Figures figures =
        Figures.of(new long[] {3_000_000, 1_000_000, 2_000_000}, 0, 1_000_000_000, USED);

    assertThat(figures.p50()).isEqualTo(2);
    assertThat(figures.p99()).isEqualTo(3);
  }

  @Test
  void a_slice_in_which_nothing_succeeded_has_figures_too() {
    Figures figures = Figures.of(new long[0], 5, 0, USED);

    assertThat(figures.operations()).isZero();
    assertThat(figures.p50()).isZero();
    assertThat(figures.errors()).isEqualTo(5);
  }
}
