package uz.gogomarket.catalog;

import java.util.List;
import java.util.stream.Collectors;
import uz.gogomarket.platform.Conflict;

/** Somebody was faster: there is not enough of something. Nothing was taken. */
public class OutOfStock extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient List<Shortage> shortages;

  /**
   * What is short.
   *
   * @param available units that are left; 0 where it is no longer sold
   */
  public record Shortage(ItemRef ref, long wanted, long available) {}

  public OutOfStock(List<Shortage> shortages) {
    super("out_of_stock", sentence(shortages));
    this.shortages = List.copyOf(shortages);
  }

  public List<Shortage> shortages() {
    return shortages;
  }

  @Override
  public Object facts() {
    return shortages;
  }

  private static String sentence(List<Shortage> shortages) {
    return shortages.stream()
        .map(
            each ->
                "Of product "
                    + each.ref().productId()
                    + (each.ref().variantId() == null ? "" : ", variant " + each.ref().variantId())
                    + ", "
                    + each.wanted()
                    + " are wanted and "
                    + each.available()
                    + " are left.")
        .collect(Collectors.joining(" "));
  }
}
