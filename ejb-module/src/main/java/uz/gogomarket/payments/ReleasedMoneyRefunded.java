package uz.gogomarket.payments;

import uz.gogomarket.platform.Money;

/**
 * A refund took back what a settlement had paid out; inside its transaction.
 *
 * @param commission what the platform gave back of its share
 */
public record ReleasedMoneyRefunded(long orderId, Money amount, Money commission) {}
