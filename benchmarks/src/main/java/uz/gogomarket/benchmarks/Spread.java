package uz.gogomarket.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of some measurements, and how far they lie apart. */
record Spread(double median, double low, double high) {

  static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  static <T> Spread of(List<T> measured, ToDoubleFunction<T> value) {
    return of(measured.stream().map(value::applyAsDouble).toList());
  }

  /** From the lowest to the highest, in parts of the median; 0 where all are alike. */
  double relative() {
    return median == 0 ? 0 : (high - low) / median;
  }
}
