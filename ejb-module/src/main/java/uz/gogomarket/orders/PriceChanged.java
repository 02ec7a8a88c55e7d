package uz.gogomarket.orders;

import uz.gogomarket.platform.Conflict;

/** The total is not what the buyer was told; holds what it is now. */
public class PriceChanged extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient CheckoutQuote quote;

  public PriceChanged(CheckoutQuote quote) {
    super("price_changed", "The total is now " + quote.total() + " UZS; look at it again.");
    this.quote = quote;
  }

  public CheckoutQuote quote() {
    return quote;
  }

  @Override
  public Object facts() {
    return quote;
  }
}
