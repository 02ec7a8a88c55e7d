package uz.gogomarket.payments;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Money of an order goes back.
 *
 * @param buyerId whose wallet is credited; none for guests
 * @param sellerId who answers for what has been paid out already
 * @param parties whose wallets move, now or when the order ends in the same transaction
 * @param ifReleased who gives back how much of the amount where it has been paid out already
 * @param reason is read by buyer and seller
 */
public record RefundOrder(
    long orderId,
    long checkoutId,
    @Nullable Long buyerId,
    long sellerId,
    Set<Long> parties,
    Money amount,
    TakenBack ifReleased,
    String reason) {

  /**
   * @throws IllegalArgumentException unless the parts add up to the amount
   */
  public RefundOrder {
    if (!ifReleased.total().equals(amount)) {
      throw new IllegalArgumentException("Not " + amount + ": " + ifReleased);
    }
  }
}
