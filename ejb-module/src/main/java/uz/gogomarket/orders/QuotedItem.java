package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/** A line of a quote. */
public record QuotedItem(
    long productId,
    @Nullable Long variantId,
    String name,
    @Nullable String variantName,
    String slug,
    @Nullable String imageUrl,
    int quantity,
    Money unitPrice,
    Money total) {}
