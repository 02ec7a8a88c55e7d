package uz.gogomarket.cart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.OutOfStock;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;

/** The rules of a line, without any cart around it. */
final class CartPolicy {

  /** A cart holds at most this many lines. */
  static final int MAX_LINES = 100;

  /** A line holds at most this many units. */
  static final int MAX_QUANTITY = 1000;

  private CartPolicy() {}

  /** Refuses what cannot be bought at all, or not so many of it. */
  static void check(SellableItem item, int quantity) {
    if (!item.sellable()) {
      throw new Conflict("not_available", "\"" + item.name() + "\" is not for sale now.");
    }
    if (quantity < item.minQuantity()) {
      throw InvalidInput.of("quantity", "too_small", item.minQuantity());
    }
    if (quantity > most(item)) {
      throw InvalidInput.of("quantity", "too_large", most(item));
    }
    CartTooLarge.refuse(item.unitPrice(), quantity);
    if (!item.backorder() && quantity > item.available()) {
      throw new OutOfStock(
          List.of(new OutOfStock.Shortage(item.ref(), quantity, item.available())));
    }
  }

  /** Nobody buys from himself. */
  static void checkBuyer(SellableItem item, @Nullable Long buyerId) {
    if (buyerId != null && buyerId == item.sellerId()) {
      throw new Unprocessable("own_product", "\"" + item.name() + "\" is your own product.");
    }
  }

  /** What two carts want together, as far as it may be wanted. */
  static int merged(SellableItem item, int quantity, int other) {
    int wanted = Math.min(quantity + other, most(item));
    return Math.max(Math.max(quantity, other), wanted);
  }

  /** What the buyer should know about a line before he buys it. */
  static List<CartChange> changes(SellableItem item, int quantity, Money seen) {
    List<CartChange> changes = new ArrayList<>();
    int rise = item.unitPrice().compareTo(seen);
    if (rise != 0) {
      changes.add(rise > 0 ? CartChange.PRICE_UP : CartChange.PRICE_DOWN);
    }
    if (!item.sellable()) {
      changes.add(CartChange.UNAVAILABLE);
    } else {
      if (!item.backorder() && quantity > item.available()) {
        changes.add(CartChange.SHORT);
      }
      if (quantity < item.minQuantity() || quantity > most(item)) {
        changes.add(CartChange.QUANTITY_NOT_ALLOWED);
      }
    }
    return changes;
  }

  private static int most(SellableItem item) {
    Integer maximum = item.maxQuantity();
    return maximum == null ? MAX_QUANTITY : Math.min(maximum, MAX_QUANTITY);
  }
}
