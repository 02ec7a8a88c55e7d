package uz.gogomarket.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario costs: in times of its yardsticks, and absolutely.
 *
 * @param mix which things were asked for; {@code own} where those ask who have logged in
 * @param products how many are listed
 * @param warmUpErrors operations that failed before the measuring
 * @param requests HTTP requests of an operation
 * @param bytes of an answer, on average; as long are those of the server's yardstick
 */
record Result(
    String scenario,
    String mix,
    int products,
    long warmUpErrors,
    double requests,
    int bytes,
    List<Slice> slices) {

  /** A machine whose yardsticks spread further than this is not quiet. */
  static final double QUIET = 0.3;

  @JsonIgnore
  Spread serverRatio() {
    return Spread.of(slices, Slice::serverRatio);
  }

  @JsonIgnore
  Spread databaseRatio() {
    return Spread.of(slices, Slice::databaseRatio);
  }

  @JsonIgnore
  Spread serverMillis() {
    return Spread.of(slices, slice -> slice.product().serverMillis());
  }

  @JsonIgnore
  Spread databaseMillis() {
    return Spread.of(slices, slice -> slice.product().databaseMillis());
  }

  @JsonIgnore
  Spread serverYardstick() {
    return Spread.of(slices, slice -> slice.serverYardstick().serverMillis());
  }

  @JsonIgnore
  Spread databaseYardstick() {
    return Spread.of(slices, slice -> slice.databaseYardstick().databaseMillis());
  }

  /** Statements of an operation; absent where they were not counted. */
  @JsonIgnore
  Optional<Spread> statements() {
    List<Double> counted = new ArrayList<>();
    for (Slice slice : slices) {
      Double count = slice.product().statements();
      if (count != null) {
        counted.add(count);
      }
    }
    return counted.isEmpty() ? Optional.empty() : Optional.of(Spread.of(counted));
  }

  @JsonIgnore
  long errors() {
    return warmUpErrors + slices.stream().mapToLong(slice -> slice.product().errors()).sum();
  }

  /** How far the yardsticks themselves lie apart: they do the same in each slice. */
  @JsonIgnore
  double machineSpread() {
    return Math.max(serverYardstick().relative(), databaseYardstick().relative());
  }

  @JsonIgnore
  boolean quiet() {
    return machineSpread() <= QUIET;
  }
}
