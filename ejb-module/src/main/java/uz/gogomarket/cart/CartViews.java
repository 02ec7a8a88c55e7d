package uz.gogomarket.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.platform.Money;

/** Makes what the buyer sees out of lines and what is sold. */
final class CartViews {

  private CartViews() {}

  static CartView empty() {
    return new CartView(List.of(), List.of(), 0, Money.ZERO, 0);
  }

  static CartView of(List<CartLine> lines, Map<ItemRef, SellableItem> items, int version) {
    Map<Long, List<CartItem>> bySeller = new TreeMap<>();
    Map<Long, @Nullable String> names = new HashMap<>();
    List<CartGone> gone = new ArrayList<>();
    Money subtotal = Money.ZERO;
    int units = 0;
    for (CartLine line : lines) {
      SellableItem item = items.get(line.item());
      if (item == null) {
        gone.add(
            new CartGone(
                line.id(), line.item().productId(), line.item().variantId(), line.quantity()));
        continue;
      }
      bySeller.computeIfAbsent(item.sellerId(), seller -> new ArrayList<>()).add(item(line, item));
      names.put(item.sellerId(), item.sellerName());
      units += line.quantity();
    }
    List<CartOfSeller> sellers = new ArrayList<>();
    for (Map.Entry<Long, List<CartItem>> entry : bySeller.entrySet()) {
      Money part =
          Money.sum(
              entry.getValue().stream()
                  .filter(item -> !item.changes().contains(CartChange.UNAVAILABLE))
                  .map(CartItem::total)
                  .toList());
      sellers.add(
          new CartOfSeller(entry.getKey(), names.get(entry.getKey()), entry.getValue(), part));
      subtotal = subtotal.plus(part);
    }
    return new CartView(sellers, gone, units, subtotal, version);
  }

  private static CartItem item(CartLine line, SellableItem item) {
    return new CartItem(
        line.id(),
        line.item().productId(),
        line.item().variantId(),
        item.name(),
        item.variantName(),
        item.slug(),
        item.imageUrl(),
        item.attributes(),
        line.quantity(),
        item.unitPrice(),
        item.unitPrice().equals(line.seenPrice()) ? null : line.seenPrice(),
        item.unitPrice().times(line.quantity()),
        item.backorder() ? null : item.available(),
        CartPolicy.changes(item, line.quantity(), line.seenPrice()));
  }
}
