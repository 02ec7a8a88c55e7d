package uz.gogomarket.shipping;

import java.math.BigDecimal;
import uz.gogomarket.platform.Money;

/**
 * What a delivery costs and how long it takes; frozen into the order as it is.
 *
 * @param cost what the buyer pays
 * @param courierFee what the courier earns; more than {@code cost} where the delivery is free
 * @param distanceKm the estimated way by road, in kilometres, rounded up to 0.1
 * @param estimatedHours from placing the order to the door
 */
public record ShippingQuote(
    long zoneId,
    long tariffId,
    String zone,
    Money cost,
    Money courierFee,
    BigDecimal distanceKm,
    int estimatedHours) {}
