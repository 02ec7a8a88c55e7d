package uz.gogomarket.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.identity.LoggedIn;

/**
 * When a guest logs in, what he gathered joins the cart of his account: quantities of the same item
 * are added up as far as they may be, lines beyond a cart's limit are left behind. The log-in may
 * touch both carts.
 */
@ApplicationScoped
class CartMerge {

  @Inject Carts carts;
  @Inject SellableItems sellableItems;

  void on(@Observes LoggedIn event) {
    Long guestId = event.guestId();
    if (guestId != null) {
      merge(guestId, event.userId());
    }
  }

  private void merge(long guestId, long userId) {
    Carts.Owner guest = new Carts.Owner(null, guestId);
    carts.lockBoth(new Carts.Owner(userId, null), guest);
    Optional<Carts.Head> guestCart = carts.lock(guest);
    if (guestCart.isEmpty()) {
      return;
    }
    List<CartLine> added = carts.lines(guestCart.get().id());
    if (!added.isEmpty()) {
      join(added, userId);
    }
    carts.close(guestCart.get().id(), CartStatus.MERGED);
  }

  private void join(List<CartLine> added, long userId) {
    Carts.Head cart = carts.change(new Carts.Owner(userId, null));
    List<CartLine> present = carts.lines(cart.id());
    Map<ItemRef, CartLine> byItem =
        present.stream().collect(Collectors.toMap(CartLine::item, Function.identity()));
    Map<ItemRef, SellableItem> items =
        sellableItems.load(added.stream().map(CartLine::item).toList()).stream()
            .filter(item -> item.sellerId() != userId)
            .collect(Collectors.toMap(SellableItem::ref, Function.identity()));
    List<CartLine> fresh = new ArrayList<>();
    List<CartLine> more = new ArrayList<>();
    for (CartLine line : added) {
      SellableItem item = items.get(line.item());
      CartLine old = byItem.get(line.item());
      if (item == null) {
        continue;
      }
      if (old != null) {
        int quantity = CartPolicy.merged(item, old.quantity(), line.quantity());
        more.add(new CartLine(old.id(), old.item(), quantity, line.seenPrice()));
      } else if (present.size() + fresh.size() < CartPolicy.MAX_LINES) {
        fresh.add(line);
      }
    }
    carts.join(cart.id(), fresh, more);
  }
}
