/**
 * How buyers pay and get their money back.
 *
 * <p>A checkout is paid at most once, whatever is tried at the same time. What is paid is held for
 * its orders, one by one, until each is settled or refunded. Money goes back the way it can: while
 * it is held, out of what is held; after the release out of the shares that were paid out, the
 * seller's wallet first and the rest as the seller's debt. Nobody is credited with cash that a
 * courier has not handed in yet.
 */
@NullMarked
package uz.gogomarket.payments;

import org.jspecify.annotations.NullMarked;
