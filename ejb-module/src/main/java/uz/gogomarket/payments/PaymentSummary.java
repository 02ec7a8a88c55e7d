package uz.gogomarket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A payment in accounting's list.
 *
 * @param waived what will not come any more, since its order was cancelled before
 */
public record PaymentSummary(
    long id,
    String checkoutNumber,
    @Nullable Long buyerId,
    String provider,
    PaymentMethod method,
    Money amount,
    Money collected,
    Money waived,
    Money refunded,
    PaymentStatus status,
    @Nullable Instant paidAt,
    Instant createdAt) {}
