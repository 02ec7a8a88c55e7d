/**
 * Checkout, the way of an order, and the money at its end.
 *
 * <p>What always holds: one checkout has one payment and one order per seller; a placed order has
 * taken its stock and gives it back exactly once when it is cancelled; an order's status changes
 * only through {@link uz.gogomarket.orders.OrderFlow}, one step of the status machine at a time,
 * each with a row of history; items, prices, tax, delivery quote, commission and hold are frozen
 * when the order is placed; what the buyer paid (and the platform added for free delivery) equals
 * what tax, commission, courier and seller get, to the last tiyin, after refunds too. Locks are
 * taken before reads: the checkout first, then its orders in the order of their ids.
 */
@NullMarked
package uz.gogomarket.orders;

import org.jspecify.annotations.NullMarked;
