package uz.gogomarket.commissions;

import uz.gogomarket.platform.Money;

/**
 * An item whose share is asked for.
 *
 * @param unitPrice the price of one unit, which price bands are held against
 * @param pricePaid what the buyer pays for all its units, after discounts, tax included
 * @param tax the tax in the price paid
 */
public record CommissionCase(
    long sellerId, long categoryId, Money unitPrice, Money pricePaid, Money tax) {}
