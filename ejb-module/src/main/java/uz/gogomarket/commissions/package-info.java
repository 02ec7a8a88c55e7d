/**
 * The platform's share of what is sold.
 *
 * <p>Rules are tried in their order and the first that matches decides; nothing is left to chance.
 * A share is computed once, when the order is placed, on the price that the buyer pays for the
 * item, and frozen with it. Refunds reduce it in proportion; it never exceeds the price less its
 * tax.
 */
@NullMarked
package uz.gogomarket.commissions;

import org.jspecify.annotations.NullMarked;
