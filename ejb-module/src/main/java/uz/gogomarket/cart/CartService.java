package uz.gogomarket.cart;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Elevated;
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
  @Inject Clock clock;

  /** The cart as it is now, with what changed since the last look. */
  public CartView view() {
    Carts.Owner owner = owner();
    Optional<Carts.Contents> cart = carts.read(owner);
    if (cart.isEmpty()) {
      return CartViews.empty();
    }
    List<CartLine> lines = cart.get().lines();
    Map<ItemRef, SellableItem> items = load(lines);
    List<CartLine> repriced = new ArrayList<>();
    for (CartLine line : lines) {
      SellableItem item = items.get(line.item());
      if (item != null && !item.unitPrice().equals(line.seenPrice())) {
        repriced.add(line.of(line.quantity(), item.unitPrice()));
      }
    }
    carts.seen(repriced);
    return CartViews.of(lines, items, cart.get().head().version());
  }

  /**
   * Adds units of an item; those that are already in the cart count too.
   *
   * @throws CartTooLarge if all of it would cost too much
   */
  @Elevated
  public CartView add(AddToCart command) {
    ItemRef ref = new ItemRef(command.productId(), command.variantId());
    Open open = open(carts.change(owner()), Optional.of(ref));
    SellableItem item = open.item(ref);
    CartPolicy.checkBuyer(item, actors.current().userId());
    Optional<CartLine> present =
        open.lines().stream().filter(line -> line.item().equals(ref)).findFirst();
    int quantity = present.map(CartLine::quantity).orElse(0) + command.quantity();
    CartPolicy.check(item, quantity);
    if (present.isPresent()) {
      return affordable(open.with(set(present.get(), quantity, item)));
    }
    if (open.lines().size() >= CartPolicy.MAX_LINES) {
      throw new Unprocessable(
          "cart_full", "A cart holds at most " + CartPolicy.MAX_LINES + " lines.");
    }
    long id = carts.add(open.cart().id(), ref, quantity, item.unitPrice());
    return affordable(open.with(new CartLine(id, ref, quantity, item.unitPrice())));
  }

  /** Sets how many of a line are wanted. */
  @Elevated
  public CartView setQuantity(long lineId, int quantity, int version) {
    Open open = open(changed(version), Optional.empty());
    CartLine line = open.line(lineId);
    SellableItem item = open.item(line.item());
    CartPolicy.check(item, quantity);
    CartView after = open.with(set(line, quantity, item));
    return quantity > line.quantity() ? affordable(after) : after;
  }

  /** Takes a line out. */
  @Elevated
  public CartView remove(long lineId, int version) {
    Open open = open(changed(version), Optional.empty());
    CartLine line = open.line(lineId);
    carts.remove(lineId);
    return open.without(line);
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
    return carts.read(owner()).map(Carts.Contents::lines).orElse(List.of());
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
    carts.convert(owner());
  }

  /** Gives up what guests left behind whose sessions are over; nobody can open it any more. */
  @Internal
  public int abandonExpired() {
    return carts.abandonOfGuestsGoneBy(clock.instant());
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

  /** The lines of a locked cart and the items they speak of, and one item more. */
  private Open open(Carts.Head cart, Optional<ItemRef> more) {
    List<CartLine> lines = carts.lines(cart.id());
    Set<ItemRef> refs = new LinkedHashSet<>();
    lines.forEach(line -> refs.add(line.item()));
    more.ifPresent(refs::add);
    return new Open(cart, lines, byRef(refs));
  }

  private CartLine set(CartLine line, int quantity, SellableItem item) {
    carts.set(line.id(), quantity, item.unitPrice());
    return line.of(quantity, item.unitPrice());
  }

  private static CartView affordable(CartView cart) {
    CartTooLarge.refuse(cart.subtotal());
    return cart;
  }

  private Map<ItemRef, SellableItem> load(List<CartLine> lines) {
    return byRef(lines.stream().map(CartLine::item).toList());
  }

  private Map<ItemRef, SellableItem> byRef(Collection<ItemRef> refs) {
    return sellableItems.load(refs).stream()
        .collect(Collectors.toMap(SellableItem::ref, Function.identity()));
  }

  /** A cart while it is changed. */
  private record Open(Carts.Head cart, List<CartLine> lines, Map<ItemRef, SellableItem> items) {

    SellableItem item(ItemRef ref) {
      SellableItem item = items.get(ref);
      if (item == null) {
        throw new NotFound("product", ref.productId());
      }
      return item;
    }

    CartLine line(long id) {
      return lines.stream()
          .filter(line -> line.id() == id)
          .findFirst()
          .orElseThrow(() -> new NotFound("cart line", id));
    }

    /** With a line that is new, or in the place of the one with its id. */
    CartView with(CartLine changed) {
      List<CartLine> after = new ArrayList<>(lines);
      after.removeIf(line -> line.id() == changed.id());
      after.add(changed);
      after.sort(Comparator.comparingLong(CartLine::id));
      return CartViews.of(after, items, cart.version());
    }

    CartView without(CartLine removed) {
      return CartViews.of(
          lines.stream().filter(line -> line.id() != removed.id()).toList(), items, cart.version());
    }
  }
}
