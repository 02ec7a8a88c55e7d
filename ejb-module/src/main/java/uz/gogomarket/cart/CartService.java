package uz.gogomarket.cart;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.StaleVersion;
import uz.gogomarket.platform.Unauthenticated;
import uz.gogomarket.platform.Unprocessable;

/** The cart of whoever is acting: a user, or a guest with a guest token. */
@Stateless
@AllowAnyone
public class CartService {

  @Inject Carts carts;
  @Inject SellableItems sellableItems;
  @Inject Actors actors;

  /** The cart as it is now, with what changed since the last look. */
  public CartView view() {
    Optional<Carts.Head> cart = carts.find(owner());
    if (cart.isEmpty()) {
      return CartViews.empty();
    }
    List<CartLine> lines = carts.lines(cart.get().id());
    Map<ItemRef, SellableItem> items = load(lines.stream().map(CartLine::item).toList());
    List<CartLine> repriced = new ArrayList<>();
    for (CartLine line : lines) {
      SellableItem item = items.get(line.item());
      if (item != null && !item.unitPrice().equals(line.seenPrice())) {
        repriced.add(new CartLine(line.id(), line.item(), line.quantity(), item.unitPrice()));
      }
    }
    carts.seen(repriced);
    return CartViews.of(lines, items, cart.get().version());
  }

  /** Adds units of an item; those that are already in the cart count too. */
  public CartView add(AddToCart command) {
    ItemRef ref = new ItemRef(command.productId(), command.variantId());
    Carts.Head cart = carts.change(owner());
    List<CartLine> lines = new ArrayList<>(carts.lines(cart.id()));
    Map<ItemRef, SellableItem> items = load(with(lines, ref));
    SellableItem item = items.get(ref);
    if (item == null) {
      throw new NotFound("product", command.productId());
    }
    CartPolicy.checkBuyer(item, actors.current().userId());
    Optional<CartLine> present = lines.stream().filter(l -> l.item().equals(ref)).findFirst();
    int quantity = present.map(CartLine::quantity).orElse(0) + command.quantity();
    CartPolicy.check(item, quantity);
    if (present.isPresent()) {
      CartLine line = present.get();
      carts.set(line.id(), quantity, item.unitPrice());
      lines.set(lines.indexOf(line), new CartLine(line.id(), ref, quantity, item.unitPrice()));
    } else {
      if (lines.size() >= CartPolicy.MAX_LINES) {
        throw new Unprocessable(
            "cart_full", "A cart holds at most " + CartPolicy.MAX_LINES + " lines.");
      }
      long id = carts.add(cart.id(), ref, quantity, item.unitPrice());
      lines.add(new CartLine(id, ref, quantity, item.unitPrice()));
    }
    return CartViews.of(lines, items, cart.version());
  }

  /** Sets how many of a line are wanted. */
  public CartView setQuantity(long lineId, int quantity, int version) {
    Carts.Head cart = changed(version);
    List<CartLine> lines = new ArrayList<>(carts.lines(cart.id()));
    CartLine line = line(lines, lineId);
    Map<ItemRef, SellableItem> items = load(lines.stream().map(CartLine::item).toList());
    SellableItem item = items.get(line.item());
    if (item == null) {
      throw new NotFound("product", line.item().productId());
    }
    CartPolicy.check(item, quantity);
    carts.set(lineId, quantity, item.unitPrice());
    lines.set(lines.indexOf(line), new CartLine(lineId, line.item(), quantity, item.unitPrice()));
    return CartViews.of(lines, items, cart.version());
  }

  /** Takes a line out. */
  public CartView remove(long lineId, int version) {
    Carts.Head cart = changed(version);
    List<CartLine> lines = new ArrayList<>(carts.lines(cart.id()));
    lines.remove(line(lines, lineId));
    carts.remove(lineId);
    Map<ItemRef, SellableItem> items = load(lines.stream().map(CartLine::item).toList());
    return CartViews.of(lines, items, cart.version());
  }

  /** Takes all lines out. */
  public CartView clear(int version) {
    Carts.Head cart = changed(version);
    carts.clear(cart.id());
    return CartViews.of(List.of(), Map.of(), cart.version());
  }

  /** The lines, for a quote. */
  @Internal
  public List<CartLine> lines() {
    return carts.find(owner()).map(cart -> carts.lines(cart.id())).orElse(List.of());
  }

  /**
   * The lines, for placing an order: the cart stays locked until the transaction ends, so that it
   * cannot be bought twice.
   */
  @Internal
  public List<CartLine> lockedLines() {
    return carts.lock(owner()).map(cart -> carts.lines(cart.id())).orElse(List.of());
  }

  /** The cart became an order; the next look finds a new one. */
  @Internal
  public void converted() {
    carts.lock(owner()).ifPresent(cart -> carts.close(cart.id(), CartStatus.CONVERTED));
  }

  private Carts.Head changed(int version) {
    Carts.Head cart = carts.change(owner());
    if (cart.version() != version + 1) {
      throw new StaleVersion();
    }
    return cart;
  }

  private Carts.Owner owner() {
    Actor actor = actors.current();
    if (actor.userId() == null && actor.guestId() == null) {
      throw new Unauthenticated(
          "unauthenticated", "A cart needs a log-in or a guest token (POST /guests).");
    }
    @Nullable Long guestId = actor.userId() == null ? actor.guestId() : null;
    return new Carts.Owner(actor.userId(), guestId);
  }

  private Map<ItemRef, SellableItem> load(Collection<ItemRef> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    return sellableItems.load(refs).stream()
        .collect(Collectors.toMap(SellableItem::ref, Function.identity()));
  }

  private static List<ItemRef> with(List<CartLine> lines, ItemRef ref) {
    List<ItemRef> refs =
        lines.stream().map(CartLine::item).collect(Collectors.toCollection(ArrayList::new));
    if (!refs.contains(ref)) {
      refs.add(ref);
    }
    return refs;
  }

  private static CartLine line(List<CartLine> lines, long id) {
    return lines.stream()
        .filter(line -> line.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("cart line", id));
  }
}
