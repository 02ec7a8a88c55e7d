package uz.gogomarket.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import uz.gogomarket.platform.Money;

/** What was agreed about money when an order was placed; it never changes. */
@Embeddable
class OrderPrice {

  @Column(updatable = false)
  private Money subtotal;

  @Column(name = "discount_amount", updatable = false)
  private Money discount;

  @Column(name = "tax_amount", updatable = false)
  private Money tax;

  @Column(name = "shipping_cost", updatable = false)
  private Money shipping;

  @Column(name = "courier_fee", updatable = false)
  private Money courierFee;

  @Column(name = "commission_amount", updatable = false)
  private Money commission;

  @Column(name = "total_amount", updatable = false)
  private Money total;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected OrderPrice() {}

  Money total() {
    return total;
  }

  /** Who gets what in the end, where so much has gone back. */
  SettlementPolicy.Terms terms(Money refunded) {
    return new SettlementPolicy.Terms(
        subtotal.minus(discount), tax, shipping, courierFee, commission, refunded);
  }
}
