package uz.gogomarket.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * So many units of one item.
 *
 * @param quantity 1 to {@value #MAX_QUANTITY}
 */
public record StockLine(ItemRef ref, int quantity) {

  public static final int MAX_QUANTITY = 1_000_000;

  private static final Comparator<ItemRef> ORDER =
      Comparator.comparingLong(ItemRef::productId).thenComparingLong(ItemRef::variantOrZero);

  /**
   * @throws IllegalArgumentException if the quantity is out of range
   */
  public StockLine {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException("A stock line of " + quantity + " units");
    }
  }

  /** One line per stock item, in the order in which their rows are locked. */
  static List<StockLine> summed(Collection<StockLine> lines) {
    Map<ItemRef, Integer> quantities = new TreeMap<>(ORDER);
    lines.forEach(line -> quantities.merge(line.ref(), line.quantity(), Math::addExact));
    List<StockLine> summed = new ArrayList<>(quantities.size());
    quantities.forEach((ref, quantity) -> summed.add(new StockLine(ref, quantity)));
    return summed;
  }
}
