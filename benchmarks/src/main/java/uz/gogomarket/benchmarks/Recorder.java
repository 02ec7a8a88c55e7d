package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Keeps how long each operation took, in the load generator, and writes the outcome at its end. */
final class Recorder {
  static final String FILE = "outcome.properties";

  private static final ConcurrentLinkedQueue<Long> NANOS = new ConcurrentLinkedQueue<>();
  private static final AtomicLong ERRORS = new AtomicLong();
  private static final LongAccumulator FIRST = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private static final LongAccumulator LAST = new LongAccumulator(Math::max, Long.MIN_VALUE);

  private Recorder() {}

  static void operation(long nanos, boolean failed) {
    long now = System.nanoTime();
    FIRST.accumulate(now - nanos);
    LAST.accumulate(now);
    if (failed) {
      ERRORS.incrementAndGet();
    } else {
      NANOS.add(nanos);
    }
  }

  static void write() {
    long[] sorted = NANOS.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    Properties outcome = new Properties();
    outcome.setProperty("operations", String.valueOf(sorted.length));
    outcome.setProperty("errors", String.valueOf(ERRORS.get()));
    outcome.setProperty("nanos", String.valueOf(Math.max(LAST.get() - FIRST.get(), 1)));
    for (int percentile : new int[] {50, 95, 99}) {
      outcome.setProperty("p" + percentile, String.valueOf(at(sorted, percentile)));
    }
    try (var out = Files.newBufferedWriter(Load.file(FILE))) {
      outcome.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long at(long[] sorted, int percentile) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percentile / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
