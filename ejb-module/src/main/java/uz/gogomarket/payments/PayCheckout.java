package uz.gogomarket.payments;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A checkout is to be paid.
 *
 * @param buyerId whose wallet; none for guests
 * @param amounts what each of its orders costs, by order id
 * @param reference the gateway's own name of the payment, such as the line of a bank statement;
 *     none is booked twice
 */
public record PayCheckout(
    long checkoutId,
    @Nullable Long buyerId,
    PaymentMethod method,
    Map<Long, Money> amounts,
    @Nullable String reference) {

  public PayCheckout {
    amounts = new TreeMap<>(amounts);
  }

  /** What the whole checkout costs. */
  public Money total() {
    return Money.sum(amounts.values());
  }
}
