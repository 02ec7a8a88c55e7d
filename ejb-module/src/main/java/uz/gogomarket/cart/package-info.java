/**
 * What a user or guest means to buy.
 *
 * <p>Each has one active cart. It holds no stock and promises no price: prices and availability are
 * read again at every look, and what changed since the last look is said. The cart's row is locked
 * before its lines are read for a change, so that two changes at once follow one another. At log-in
 * the guest's cart joins the user's; when the guest's session is over, a job gives his cart up, and
 * it is forgotten with him.
 */
@NullMarked
package uz.gogomarket.cart;

import org.jspecify.annotations.NullMarked;
