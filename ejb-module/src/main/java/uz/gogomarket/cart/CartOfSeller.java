package uz.gogomarket.cart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/** The lines of one seller: they become one order. */
public record CartOfSeller(
    long sellerId, @Nullable String sellerName, List<CartItem> items, Money subtotal) {}
