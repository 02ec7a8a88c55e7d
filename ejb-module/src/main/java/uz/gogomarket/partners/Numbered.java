package uz.gogomarket.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import uz.gogomarket.platform.ProblemException;

/**
 * A line of a batch.
 *
 * @param number its position, from 1
 * @param sku names it in its result
 */
record Numbered<L>(int number, String sku, L line) {

  static <L> List<Numbered<L>> of(List<L> lines, Function<L, String> sku) {
    List<Numbered<L>> numbered = new ArrayList<>(lines.size());
    for (L line : lines) {
      numbered.add(new Numbered<>(numbered.size() + 1, sku.apply(line), line));
    }
    return numbered;
  }

  LineResult done(Outcome outcome, long productId) {
    return LineResult.done(number, sku, outcome, productId, null);
  }

  LineResult failed(ProblemException problem) {
    return LineResult.failed(number, sku, problem);
  }
}
