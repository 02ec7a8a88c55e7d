package uz.gogomarket.wallets;

import uz.gogomarket.platform.Money;

/**
 * One line of the trial balance: all accounts of a kind.
 *
 * @param credits sum of what was credited
 * @param debits sum of what was debited, positive
 * @param balance credits less debits
 */
public record AccountTotal(
    AccountKind kind, long accounts, Money credits, Money debits, Money balance) {}
