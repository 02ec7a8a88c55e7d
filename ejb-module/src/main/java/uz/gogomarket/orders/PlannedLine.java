package uz.gogomarket.orders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.commissions.CommissionCase;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.platform.Money;

/**
 * What will be a line of an order: a snapshot of the item and how many of it.
 *
 * @param share the platform's; absent as long as nobody has asked for it
 */
record PlannedLine(SellableItem item, int quantity, @Nullable CommissionShare share) {

  PlannedLine(SellableItem item, int quantity) {
    this(item, quantity, null);
  }

  PlannedLine with(CommissionShare itsShare) {
    return new PlannedLine(item, quantity, itsShare);
  }

  CommissionCase commissionCase() {
    return new CommissionCase(
        item.sellerId(), item.categoryId(), item.unitPrice(), subtotal(), tax());
  }

  Money commission() {
    return share == null ? Money.ZERO : share.amount();
  }

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
