/**
 * The way from the seller's shelf to the buyer's door.
 *
 * <p>An admin assigns a verified courier to an order that is ready; the courier picks it up,
 * reports where he is, and hands it over against the buyer's six-digit code, or reports that nobody
 * took it. Positions are thinned before they are stored. Wrong codes are counted although they are
 * refused. Cash taken at the door is owed by the courier from that moment on and becomes the
 * order's escrow when accounting books the hand-in.
 */
@NullMarked
package uz.gogomarket.dispatch;

import org.jspecify.annotations.NullMarked;
