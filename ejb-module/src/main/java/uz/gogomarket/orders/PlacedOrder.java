package uz.gogomarket.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uz.gogomarket.commissions.ItemCommission;

/** An order that was just written: what was planned, and the keys that it was given. */
record PlacedOrder(long id, String number, PlannedOrder planned, List<PlacedLine> lines) {

  /** A line of it. */
  record PlacedLine(long id, PlannedLine planned) {}

  /**
   * @param lineIds in the order of the planned lines
   */
  static PlacedOrder of(long id, String number, PlannedOrder planned, List<Long> lineIds) {
    List<PlacedLine> lines = new ArrayList<>();
    for (PlannedLine line : planned.lines()) {
      lines.add(new PlacedLine(lineIds.get(lines.size()), line));
    }
    return new PlacedOrder(id, number, planned, List.copyOf(lines));
  }

  List<ItemCommission> commissions() {
    return lines.stream()
        .map(
            line ->
                new ItemCommission(
                    id,
                    line.id(),
                    planned.sellerId(),
                    line.planned().subtotal(),
                    Objects.requireNonNull(line.planned().share(), "not asked for")))
        .toList();
  }
}
