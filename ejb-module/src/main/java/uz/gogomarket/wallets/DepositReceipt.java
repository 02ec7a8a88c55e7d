package uz.gogomarket.wallets;

import uz.gogomarket.platform.Money;

/**
 * A deposit has been booked.
 *
 * @param balance of the wallet, the deposit included
 */
public record DepositReceipt(
    long id,
    long entryId,
    long userId,
    Money amount,
    DepositSource source,
    String reference,
    Money balance) {}
