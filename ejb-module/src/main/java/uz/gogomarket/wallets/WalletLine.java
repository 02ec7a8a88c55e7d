package uz.gogomarket.wallets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * One movement on a wallet, never changed.
 *
 * @param amount positive into the wallet, negative out of it
 * @param referenceType what it belongs to, such as {@code payment}
 * @param referenceId of it; absent where it is an order
 * @param orderNumber of the order whose money it is
 */
public record WalletLine(
    long id,
    TransactionType type,
    Money amount,
    Money balanceBefore,
    Money balanceAfter,
    @Nullable String referenceType,
    @Nullable Long referenceId,
    @Nullable String orderNumber,
    @Nullable String description,
    Instant createdAt) {}
