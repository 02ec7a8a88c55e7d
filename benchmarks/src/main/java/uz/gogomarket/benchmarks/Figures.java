package uz.gogomarket.benchmarks;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of one slice.
 *
 * @param operations those that succeeded
 * @param perSecond of them
 * @param p50 milliseconds that half of them took at most; {@code p95} and {@code p99} likewise
 * @param serverMillis processor time of the server's process per operation
 * @param databaseMillis processor time of all of PostgreSQL's processes per operation
 * @param statements that the application sent per operation; absent where they are not counted
 */
record Figures(
    long operations,
    long errors,
    double perSecond,
    double p50,
    double p95,
    double p99,
    double serverMillis,
    double databaseMillis,
    @Nullable Double statements) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * @param durations nanoseconds of each operation that succeeded
   * @param nanos from the beginning of the first operation to the end of the last
   */
  static Figures of(long[] durations, long errors, long nanos, Meter.Reading used) {
    long[] sorted = durations.clone();
    Arrays.sort(sorted);
    double operations = Math.max(sorted.length, 1);
    return new Figures(
        sorted.length,
        errors,
        sorted.length * NANOS_PER_SECOND / Math.max(nanos, 1),
        percentile(sorted, 50) / NANOS_PER_MILLI,
        percentile(sorted, 95) / NANOS_PER_MILLI,
        percentile(sorted, 99) / NANOS_PER_MILLI,
        used.serverMillis() / operations,
        used.databaseMillis() / operations,
        used.statements().map(count -> count / operations).orElse(null));
  }

  /**
   * The smallest value that so many percent do not exceed (nearest rank); 0 where there is none.
   *
   * @param sorted ascending
   */
  static long percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
