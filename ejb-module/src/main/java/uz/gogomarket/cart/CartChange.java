package uz.gogomarket.cart;

/** What changed on a line since the buyer last looked, or keeps it from being bought. */
public enum CartChange {
  /** The price rose. */
  PRICE_UP,
  /** The price fell. */
  PRICE_DOWN,
  /** There are fewer than the line wants. */
  SHORT,
  /** The line wants less than the seller's minimum or more than his maximum. */
  QUANTITY_NOT_ALLOWED,
  /** It is not sold any more, or not just now. */
  UNAVAILABLE
}
