package uz.gogomarket.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.shipping.ShippingQuote;

/**
 * One seller's part of a quote.
 *
 * @param tax contained in the subtotal
 * @param delivery absent where nothing is shipped
 */
public record QuotedOrder(
    long sellerId,
    @Nullable String sellerName,
    List<QuotedItem> items,
    Money subtotal,
    Money tax,
    @Nullable ShippingQuote delivery,
    Money shipping,
    Money total) {}
