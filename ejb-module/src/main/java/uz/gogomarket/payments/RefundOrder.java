package uz.gogomarket.payments;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Money of an order goes back.
 *
 * @param buyerId whose wallet is credited; none for guests
 * @param sellerId who answers for what has been paid out already
 * @param reason is read by buyer and seller
 */
public record RefundOrder(
    long orderId,
    long checkoutId,
    @Nullable Long buyerId,
    long sellerId,
    Money amount,
    String reason) {}
