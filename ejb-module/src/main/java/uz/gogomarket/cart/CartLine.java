package uz.gogomarket.cart;

import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.platform.Money;

/**
 * A line as it is kept.
 *
 * @param seenPrice the unit price that the buyer last saw
 */
public record CartLine(long id, ItemRef item, int quantity, Money seenPrice) {

  CartLine of(int newQuantity, Money price) {
    return new CartLine(id, item, newQuantity, price);
  }
}
