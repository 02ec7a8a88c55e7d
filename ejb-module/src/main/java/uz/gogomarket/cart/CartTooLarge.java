package uz.gogomarket.cart;

import java.math.BigDecimal;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;

/** A cart costs more than anybody buys at once; many such sums together still fit the books. */
public final class CartTooLarge extends Unprocessable {

  private static final long serialVersionUID = 1L;

  private static final Money MOST = Money.ofSum(1_000_000_000_000L);

  private CartTooLarge() {
    super(
        "cart_too_large",
        "What is in a cart may cost at most " + MOST + " " + Money.CURRENCY + ".");
  }

  /**
   * @throws CartTooLarge if so many units cost too much
   */
  public static void refuse(Money unitPrice, int quantity) {
    refuse(unitPrice.amount().multiply(BigDecimal.valueOf(quantity)));
  }

  /**
   * @param subtotal what the goods cost together
   * @throws CartTooLarge if that is too much
   */
  public static void refuse(Money subtotal) {
    refuse(subtotal.amount());
  }

  private static void refuse(BigDecimal amount) {
    if (amount.compareTo(MOST.amount()) > 0) {
      throw new CartTooLarge();
    }
  }
}
