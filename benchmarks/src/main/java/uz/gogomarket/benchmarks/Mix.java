package uz.gogomarket.benchmarks;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Which of many things are asked for. */
enum Mix {
  /** All alike, so that what was asked for is rarely still at hand. */
  UNIFORM {
    @Override
    IntSupplier choices(int count, RandomGenerator random) {
      return () -> random.nextInt(count);
    }
  },

  /**
   * The second half as often as the first, the third a third as often: few things are in favour.
   */
  ZIPF {
    @Override
    IntSupplier choices(int count, RandomGenerator random) {
      double[] cumulated = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += 1.0 / (i + 1);
        cumulated[i] = sum;
      }
      double total = sum;
      return () -> {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * total);
        return Math.min(found < 0 ? -found - 1 : found, count - 1);
      };
    }
  };

  /** Indices from 0 to below {@code count}. */
  abstract IntSupplier choices(int count, RandomGenerator random);

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Records without an end, for simulations. */
  Iterator<Map<String, Object>> feed(List<Map<String, Object>> records, RandomGenerator random) {
    IntSupplier choices = choices(records.size(), random);
    return Stream.generate(() -> records.get(choices.getAsInt())).iterator();
  }
}
