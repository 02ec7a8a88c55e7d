package uz.gogomarket.partners;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Violation;

/**
 * What became of a line of a batch.
 *
 * @param line its position, from 1
 * @param stock units that there are now, where the line was about stock
 * @param code why it failed
 */
public record LineResult(
    int line,
    String sku,
    Outcome outcome,
    @Nullable Long productId,
    @Nullable Integer stock,
    @Nullable String code,
    @Nullable String message,
    List<Violation> violations) {

  public LineResult {
    violations = List.copyOf(Objects.requireNonNullElse(violations, List.of()));
  }

  static LineResult done(
      int line, String sku, Outcome outcome, long productId, @Nullable Integer stock) {
    return new LineResult(line, sku, outcome, productId, stock, null, null, List.of());
  }

  static LineResult failed(int line, String sku, ProblemException problem) {
    return new LineResult(
        line,
        sku,
        Outcome.FAILED,
        null,
        null,
        problem.code(),
        problem.detail(),
        problem instanceof InvalidInput invalid ? invalid.violations() : List.of());
  }
}
