package uz.gogomarket.partners;

import java.util.List;

/**
 * What became of a batch, a result for each line in their order.
 *
 * @param replayed whether this was answered before
 */
public record BatchResult(List<LineResult> lines, boolean replayed) {

  public BatchResult {
    lines = List.copyOf(lines);
  }
}
