package uz.gogomarket.wallets;

import java.time.Instant;
import uz.gogomarket.platform.Money;

/**
 * A user's wallet.
 *
 * @param balance what can be spent
 * @param owed what later earnings settle first; zero or positive
 */
public record WalletView(Money balance, Money owed, boolean active, Instant openedAt) {}
