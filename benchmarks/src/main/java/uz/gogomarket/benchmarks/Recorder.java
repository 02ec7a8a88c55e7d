package uz.gogomarket.benchmarks;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Keeps how long the operations of one slice took, and how much was answered. */
final class Recorder {
  private final ConcurrentLinkedQueue<Long> durations = new ConcurrentLinkedQueue<>();
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);

  /** An operation that ends now. */
  void operation(long nanos, boolean failed) {
    long now = System.nanoTime();
    first.accumulate(now - nanos);
    last.accumulate(now);
    if (failed) {
      errors.incrementAndGet();
    } else {
      durations.add(nanos);
    }
  }

  void answer(int length) {
    answers.incrementAndGet();
    bytes.addAndGet(length);
  }

  long errors() {
    return errors.get();
  }

  /** Of an operation; at least one. */
  double requests() {
    return Math.max(1, answers.get() / (double) Math.max(1, durations.size() + errors.get()));
  }

  /** Of an answer, on average. */
  int bytes() {
    return (int) (bytes.get() / Math.max(1, answers.get()));
  }

  Figures figures(Meter.Reading used) {
    long[] taken = durations.stream().mapToLong(Long::longValue).toArray();
    return Figures.of(taken, errors.get(), last.get() - first.get(), used);
  }
}
