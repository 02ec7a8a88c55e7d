package uz.gogomarket.orders;

import java.math.BigDecimal;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.platform.Money;

/** What will be a line of an order: a snapshot of the item and how many of it. */
record PlannedLine(SellableItem item, int quantity) {

  Money subtotal() {
    return item.unitPrice().times(quantity);
  }

  Money tax() {
    return subtotal().taxIncluded(item.taxRate());
  }

  BigDecimal weightKg() {
    return item.requiresShipping()
        ? item.weightKg().multiply(BigDecimal.valueOf(quantity))
        : BigDecimal.ZERO;
  }
}
