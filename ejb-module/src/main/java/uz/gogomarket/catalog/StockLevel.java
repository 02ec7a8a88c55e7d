package uz.gogomarket.catalog;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;

/**
 * How many there are of one stock item.
 *
 * @param quantity below zero only where backorders are allowed
 * @param version counts every change, sales included
 */
public record StockLevel(
    long productId, @Nullable Long variantId, @Nullable String sku, int quantity, int version)
    implements Editable {}
