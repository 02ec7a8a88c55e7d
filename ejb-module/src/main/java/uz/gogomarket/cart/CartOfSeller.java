package uz.gogomarket.cart;

import java.util.List;
import uz.gogomarket.platform.Money;

/** The lines of one seller: they become one order. */
public record CartOfSeller(long sellerId, List<CartItem> items, Money subtotal) {}
