/**
 * Quarrels about orders, from the opening to the last decision.
 *
 * <p>Buyer or seller (for a guest an admin, who does not decide it) opens one while the order's
 * money is held; from that moment to the end the money is frozen. The other side has a deadline to
 * answer; then an admin with the permission {@code disputes.decide} decides, in the tasklist or
 * over REST. The decision moves the money in the transaction that finishes the task. The side that
 * lost may appeal once; somebody else decides then, and for good. What always holds, and the
 * database refuses otherwise: an open dispute has its running workflow, and no workflow of a
 * dispute ends before it.
 */
@NullMarked
package uz.gogomarket.disputes;

import org.jspecify.annotations.NullMarked;
