package uz.gogomarket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A refund as accounting sees it.
 *
 * @param userId whose wallet is credited; none for guests
 * @param afterRelease taken back from the shares that had been paid out
 * @param reference of the bank's transfer
 * @param requestedBy the actor, such as {@code user:7}
 */
public record RefundView(
    long id,
    long orderId,
    String orderNumber,
    @Nullable Long paymentId,
    @Nullable Long userId,
    Money amount,
    String reason,
    RefundMethod method,
    RefundStatus status,
    boolean afterRelease,
    @Nullable String reference,
    String requestedBy,
    @Nullable String completedBy,
    @Nullable Instant completedAt,
    Instant createdAt) {}
