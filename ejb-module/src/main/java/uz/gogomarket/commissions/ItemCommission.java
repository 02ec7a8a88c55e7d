package uz.gogomarket.commissions;

import uz.gogomarket.platform.Money;

/**
 * A share that is frozen with an order's item.
 *
 * @param pricePaid what the rate was applied to
 */
public record ItemCommission(
    long orderId, long orderItemId, long sellerId, Money pricePaid, CommissionShare share) {}
