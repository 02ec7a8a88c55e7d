package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/** Takes stock for orders and gives it back. One statement, however many lines. */
@Stateless
@Internal
@Elevated
public class StockService {

  @Inject Sql sql;
  @Inject Audit audit;
  @Inject Event<StockLow> low;

  /**
   * Takes all of it or nothing. Lines of one stock item are summed; rows are locked in order of
   * product and variant, so that two orders never wait for each other in a circle.
   *
   * @throws OutOfStock if any is short, or no longer sold; the transaction is rolled back
   */
  public void take(Collection<StockLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<StockLine> summed = StockLine.summed(lines);
    List<Taken> remarkable =
        sql.list(
            "select * from take_stock(?::bigint[], ?::bigint[], ?::bigint[])",
            row ->
                new Taken(
                    new ItemRef(row.longValue("product_id"), row.longOrNull("variant_id")),
                    row.longValue("seller_id"),
                    row.bool("short"),
                    row.longValue("wanted"),
                    row.longValue("available")),
            products(summed),
            variants(summed),
            quantities(summed));
    List<OutOfStock.Shortage> shortages =
        remarkable.stream().filter(Taken::isShort).map(Taken::shortage).toList();
    if (!shortages.isEmpty()) {
      throw new OutOfStock(shortages);
    }
    remarkable.forEach(each -> low.fire(each.low()));
  }

  /**
   * Locks what may change later in the transaction, with its place in the list, in the written
   * order: stock comes before money, and one item before the next by its id.
   */
  public void lock(Collection<ItemRef> items) {
    if (items.isEmpty()) {
      return;
    }
    sql.call(
        "select lock_stock(?, ?, true)",
        items.stream().map(ItemRef::productId).toList(),
        items.stream().map(ItemRef::variantOrZero).toList());
  }

  /**
   * Gives back what was taken, also to what is no longer sold. Units of a product that keeps its
   * stock on variants by now have no place to go back to: they are dropped and the audit log says
   * so, since nothing about stock may stand in the way of a cancellation.
   */
  public void giveBack(Collection<StockLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<StockLine> summed = StockLine.summed(lines);
    List<StockLine> dropped =
        sql.list(
            "select * from give_back_stock(?::bigint[], ?::bigint[], ?::bigint[])",
            row ->
                new StockLine(
                    new ItemRef(row.longValue("product_id"), row.longOrNull("variant_id")),
                    row.intValue("quantity")),
            products(summed),
            variants(summed),
            quantities(summed));
    for (StockLine line : dropped) {
      audit.record("stock.dropped", "product", line.ref().productId(), null, line);
    }
  }

  /**
   * What is to be told of units that were wanted.
   *
   * @param isShort whether they were not there; else what is left has become little
   */
  private record Taken(ItemRef ref, long sellerId, boolean isShort, long wanted, long available) {

    OutOfStock.Shortage shortage() {
      return new OutOfStock.Shortage(ref, wanted, available);
    }

    StockLow low() {
      return new StockLow(ref.productId(), sellerId, ref.variantId(), (int) available);
    }
  }

  private static List<Long> products(List<StockLine> lines) {
    return lines.stream().map(line -> line.ref().productId()).toList();
  }

  private static List<Long> variants(List<StockLine> lines) {
    return lines.stream().map(line -> line.ref().variantOrZero()).toList();
  }

  private static List<Integer> quantities(List<StockLine> lines) {
    return lines.stream().map(StockLine::quantity).toList();
  }
}
