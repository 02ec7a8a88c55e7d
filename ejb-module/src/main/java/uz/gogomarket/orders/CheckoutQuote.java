package uz.gogomarket.orders;

import java.util.List;
import uz.gogomarket.platform.Money;

/**
 * What the cart costs now, an order per seller.
 *
 * @param tax contained in the subtotal
 */
public record CheckoutQuote(
    List<QuotedOrder> orders, Money subtotal, Money tax, Money shipping, Money total) {}
