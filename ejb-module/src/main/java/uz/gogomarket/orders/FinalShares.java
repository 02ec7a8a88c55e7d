package uz.gogomarket.orders;

import uz.gogomarket.platform.Money;

/**
 * Who has what of an order's money in the end, when its hold is over.
 *
 * @param refunded what the buyer has back in all
 * @param commission the platform's
 * @param delivery what the platform gains by the delivery, or (negative) pays for it
 * @param withCourier whether the money is still to be taken or handed in by a courier: until then
 *     nothing can go back
 */
public record FinalShares(
    Money refunded,
    Money seller,
    Money courier,
    Money commission,
    Money tax,
    Money delivery,
    boolean withCourier) {

  static FinalShares of(OrderFacts order, Money moreRefunded) {
    SettlementPolicy.Terms terms = order.terms().refundedBy(moreRefunded);
    SettlementPolicy.Shares shares = SettlementPolicy.shares(terms);
    return new FinalShares(
        terms.refunded(),
        shares.seller(),
        shares.courier(),
        shares.commission(),
        shares.tax(),
        shares.delivery(),
        order.cash() && order.cashHandedInAt() == null);
  }
}
