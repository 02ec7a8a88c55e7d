/**
 * Where GoGoMarket delivers and what it costs.
 *
 * <p>A destination belongs to the zone whose polygon holds its position, or else to the zone that
 * names its district, or else to the zone of the whole city. Each zone has at most one tariff in
 * force. A quote is a pure function of tariff, distance, weight and price of the goods; it never
 * changes anything. What the courier earns does not depend on whether the buyer pays for the
 * delivery: above the tariff's threshold the platform does.
 */
@NullMarked
package uz.gogomarket.shipping;

import org.jspecify.annotations.NullMarked;
