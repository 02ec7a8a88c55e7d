package uz.gogomarket.wallets;

import uz.gogomarket.platform.Money;

/** What is held for an order that has not been released. */
public record OrderEscrow(String orderNumber, Money amount) {}
