package uz.gogomarket.payments;

import uz.gogomarket.platform.Money;

/** Cash that a courier has taken for an order, or hands in. */
public record CourierCash(long orderId, long checkoutId, long courierId, Money amount) {}
