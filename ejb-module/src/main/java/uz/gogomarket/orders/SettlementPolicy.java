package uz.gogomarket.orders;

import uz.gogomarket.payments.TakenBack;
import uz.gogomarket.platform.Money;

/**
 * Who gets what of an order when its hold is over. Refunds are taken from the price of the goods
 * first and from the delivery last; tax and commission shrink in proportion to what is left of the
 * goods' price; the courier, who did his work, is paid in full, by the platform where the buyer's
 * part does not cover it; the seller gets the rest.
 */
final class SettlementPolicy {

  private SettlementPolicy() {}

  /**
   * What was agreed when the order was placed, and what was refunded since.
   *
   * @param goods price of the items less discount, tax included
   * @param tax part of {@code goods}
   * @param shipping what the buyer pays for the delivery
   * @param courierFee what the courier earns
   * @param commission part of {@code goods}; with the tax not more than it
   * @param refunded at most {@code goods + shipping}
   */
  record Terms(
      Money goods, Money tax, Money shipping, Money courierFee, Money commission, Money refunded) {

    Money paid() {
      return goods.plus(shipping).minus(refunded);
    }

    Terms refundedBy(Money more) {
      return new Terms(goods, tax, shipping, courierFee, commission, refunded.plus(more));
    }
  }

  /**
   * The parts; none is negative, and {@code paid + subsidy = tax + commission + courier + seller +
   * surplus}.
   *
   * @param subsidy what the platform adds to the courier's fee
   * @param surplus what the buyer paid for the delivery beyond the courier's fee
   */
  record Shares(
      Money paid,
      Money tax,
      Money commission,
      Money courier,
      Money seller,
      Money subsidy,
      Money surplus) {

    /** What the platform gains by the delivery, or (negative) pays for it. */
    Money delivery() {
      return surplus.minus(subsidy);
    }
  }

  static Shares shares(Terms terms) {
    Money paid = terms.paid();
    Money goods = terms.goods().minus(terms.refunded()).max(Money.ZERO);
    Money shipping = paid.minus(goods);
    Money tax = terms.tax().proportion(goods, terms.goods()).min(goods);
    Money commission = terms.commission().proportion(goods, terms.goods()).min(goods.minus(tax));
    Money courier = terms.courierFee();
    return new Shares(
        paid,
        tax,
        commission,
        courier,
        goods.minus(tax).minus(commission),
        courier.minus(shipping).max(Money.ZERO),
        shipping.minus(courier).max(Money.ZERO));
  }

  /**
   * What everybody gives back of his share when more is refunded, so that in the end the shares are
   * the same whether the refund came before the release or after it.
   *
   * @param more at most what is left of {@code paid}
   */
  static TakenBack takenBack(Terms terms, Money more) {
    Shares before = shares(terms);
    Shares after = shares(terms.refundedBy(more));
    return new TakenBack(
        before.commission().minus(after.commission()),
        before.tax().minus(after.tax()),
        before.delivery().minus(after.delivery()),
        before.seller().minus(after.seller()));
  }
}
