package uz.gogomarket.shipping;

import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;

/** The goods of one seller cost less than the tariff's minimum. */
public class BelowMinimum extends Unprocessable {
  private static final long serialVersionUID = 1L;

  public BelowMinimum(Money subtotal, Money minimum) {
    super(
        "below_minimum_order",
        "A delivery to this zone needs goods for at least "
            + minimum.amount().toPlainString()
            + " UZS from each seller; these cost "
            + subtotal.amount().toPlainString()
            + " UZS.");
  }
}
