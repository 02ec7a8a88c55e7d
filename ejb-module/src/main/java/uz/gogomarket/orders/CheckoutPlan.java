package uz.gogomarket.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.cart.CartLine;
import uz.gogomarket.cart.CartTooLarge;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.OutOfStock;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.commissions.CommissionCase;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.shipping.ShippingQuote;

/** What a cart becomes: an order per seller, sellers in the order of their ids. A pure value. */
record CheckoutPlan(List<PlannedOrder> orders) {

  /**
   * Puts the lines of a cart together with what is sold. Two lines of one item become one.
   *
   * @throws Conflict if the cart is empty or a line cannot be bought
   * @throws CartTooLarge if all of it costs too much
   */
  static CheckoutPlan of(
      List<CartLine> lines, Collection<SellableItem> items, @Nullable Long buyerId) {
    if (lines.isEmpty()) {
      throw new Conflict("cart_empty", "There is nothing in the cart.");
    }
    Map<ItemRef, Integer> wanted = new LinkedHashMap<>();
    lines.forEach(line -> wanted.merge(line.item(), line.quantity(), Integer::sum));
    Map<ItemRef, SellableItem> sold = new LinkedHashMap<>();
    items.forEach(item -> sold.put(item.ref(), item));
    Map<Long, List<PlannedLine>> bySeller = new TreeMap<>();
    wanted.forEach(
        (ref, quantity) -> {
          SellableItem item = sold.get(ref);
          if (item == null) {
            throw new Conflict(
                "not_available", "Product " + ref.productId() + " is not for sale any more.");
          }
          check(item, quantity, buyerId);
          bySeller
              .computeIfAbsent(item.sellerId(), seller -> new ArrayList<>())
              .add(new PlannedLine(item, quantity));
        });
    CheckoutPlan plan =
        new CheckoutPlan(
            bySeller.entrySet().stream()
                .map(entry -> new PlannedOrder(entry.getKey(), entry.getValue(), null))
                .toList());
    CartTooLarge.refuse(plan.subtotal());
    return plan;
  }

  private static void check(SellableItem item, int quantity, @Nullable Long buyerId) {
    if (buyerId != null && buyerId == item.sellerId()) {
      throw new Unprocessable("own_product", "\"" + item.name() + "\" is your own product.");
    }
    if (!item.sellable()) {
      throw new Conflict("not_available", "\"" + item.name() + "\" is not for sale now.");
    }
    CartTooLarge.refuse(item.unitPrice(), quantity);
    Integer most = item.maxQuantity();
    if (quantity < item.minQuantity() || (most != null && quantity > most)) {
      throw new Conflict(
          "quantity_not_allowed",
          "\"%s\" is sold from %d%s at a time."
              .formatted(item.name(), item.minQuantity(), most == null ? "" : " to " + most));
    }
    if (!item.backorder() && quantity > item.available()) {
      throw new OutOfStock(
          List.of(new OutOfStock.Shortage(item.ref(), quantity, item.available())));
    }
  }

  boolean ships() {
    return orders.stream().anyMatch(PlannedOrder::ships);
  }

  List<PlannedOrder> shipped() {
    return orders.stream().filter(PlannedOrder::ships).toList();
  }

  /** The same with the quotes of {@link #shipped()}, in its order. */
  CheckoutPlan broughtBy(List<ShippingQuote> quotes) {
    Iterator<ShippingQuote> next = quotes.iterator();
    return new CheckoutPlan(
        orders.stream()
            .map(order -> order.ships() ? order.broughtBy(next.next()) : order)
            .toList());
  }

  /** All lines, order by order, for the platform's share in each. */
  List<CommissionCase> commissionCases() {
    return orders.stream()
        .flatMap(order -> order.lines().stream())
        .map(PlannedLine::commissionCase)
        .toList();
  }

  /** The same with the shares of {@link #commissionCases()}, in its order. */
  CheckoutPlan sharedBy(List<CommissionShare> shares) {
    Iterator<CommissionShare> next = shares.iterator();
    return new CheckoutPlan(orders.stream().map(order -> order.sharedBy(next)).toList());
  }

  List<StockLine> stock() {
    return orders.stream()
        .flatMap(order -> order.lines().stream())
        .map(line -> new StockLine(line.item().ref(), line.quantity()))
        .toList();
  }

  private Money subtotal() {
    return Money.sum(orders.stream().map(PlannedOrder::subtotal).toList());
  }

  Money total() {
    return Money.sum(orders.stream().map(PlannedOrder::total).toList());
  }

  CheckoutQuote quote() {
    return new CheckoutQuote(
        orders.stream().map(PlannedOrder::quoted).toList(),
        subtotal(),
        Money.sum(orders.stream().map(PlannedOrder::tax).toList()),
        Money.sum(orders.stream().map(PlannedOrder::shipping).toList()),
        total());
  }
}
