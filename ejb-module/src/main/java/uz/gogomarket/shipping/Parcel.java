package uz.gogomarket.shipping;

import java.math.BigDecimal;
import uz.gogomarket.platform.Money;

/**
 * What one seller sends in one delivery.
 *
 * @param weightKg kilograms
 * @param subtotal the price of the goods in it
 */
public record Parcel(long sellerId, BigDecimal weightKg, Money subtotal) {}
