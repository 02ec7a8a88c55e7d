package uz.gogomarket.orders;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.platform.Money;
import uz.gogomarket.shipping.Parcel;
import uz.gogomarket.shipping.ShippingQuote;

/** What will be one seller's order. */
record PlannedOrder(long sellerId, List<PlannedLine> lines, @Nullable ShippingQuote delivery) {

  @Nullable String sellerName() {
    return lines.get(0).item().sellerName();
  }

  boolean ships() {
    return lines.stream().anyMatch(line -> line.item().requiresShipping());
  }

  PlannedOrder broughtBy(ShippingQuote quote) {
    return new PlannedOrder(sellerId, lines, quote);
  }

  /** Takes a share for each of its lines. */
  PlannedOrder sharedBy(Iterator<CommissionShare> shares) {
    return new PlannedOrder(
        sellerId, lines.stream().map(line -> line.with(shares.next())).toList(), delivery);
  }

  Parcel parcel() {
    BigDecimal weight =
        lines.stream().map(PlannedLine::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Parcel(sellerId, weight, subtotal());
  }

  Money subtotal() {
    return Money.sum(lines.stream().map(PlannedLine::subtotal).toList());
  }

  Money tax() {
    return Money.sum(lines.stream().map(PlannedLine::tax).toList());
  }

  Money commission() {
    return Money.sum(lines.stream().map(PlannedLine::commission).toList());
  }

  Money shipping() {
    return delivery == null ? Money.ZERO : delivery.cost();
  }

  Money courierFee() {
    return delivery == null ? Money.ZERO : delivery.courierFee();
  }

  Money total() {
    return subtotal().plus(shipping());
  }

  /** The longer of the marketplace's hold and the categories' return windows. */
  int holdDays(int setting) {
    return lines.stream().mapToInt(line -> line.item().returnDays()).reduce(setting, Math::max);
  }

  QuotedOrder quoted() {
    return new QuotedOrder(
        sellerId,
        sellerName(),
        lines.stream()
            .map(
                line ->
                    new QuotedItem(
                        line.item().ref().productId(),
                        line.item().ref().variantId(),
                        line.item().name(),
                        line.item().variantName(),
                        line.item().slug(),
                        line.item().imageUrl(),
                        line.quantity(),
                        line.item().unitPrice(),
                        line.subtotal()))
            .toList(),
        subtotal(),
        tax(),
        delivery,
        shipping(),
        total());
  }
}
