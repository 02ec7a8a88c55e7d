package uz.gogomarket.payments;

import java.util.List;
import uz.gogomarket.platform.Money;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Leg;

/**
 * What a refund takes back from whom, where the money has been released.
 *
 * @param delivery what the platform bears of the delivery: the courier has earned his fee
 * @param seller below zero, by a tiyin, where the rounding of the other parts leaves too much
 */
public record TakenBack(Money commission, Money tax, Money delivery, Money seller) {

  Money total() {
    return Money.sum(List.of(commission, tax, delivery, seller));
  }

  List<Leg> legs(long orderId, long sellerId) {
    return List.of(
        Leg.platform(AccountKind.COMMISSION_REVENUE, commission.negate(), orderId),
        Leg.platform(AccountKind.TAX_PAYABLE, tax.negate(), orderId),
        Leg.platform(AccountKind.DELIVERY_SUBSIDY, delivery.negate(), orderId),
        seller.isNegative()
            ? Leg.earning(sellerId, seller.negate(), orderId)
            : Leg.charge(sellerId, seller, orderId));
  }
}
