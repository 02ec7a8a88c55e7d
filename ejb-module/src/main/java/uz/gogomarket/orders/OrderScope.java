package uz.gogomarket.orders;

import java.util.List;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Whose orders somebody looks at.
 *
 * @param condition finds them, with the orders as {@code o}
 * @param seesCode whether the code for the courier is shown
 * @param seesCommission whether the platform's share is shown
 */
record OrderScope(
    String condition, List<Object> parameters, boolean seesCode, boolean seesCommission) {

  /** What a user or a guest bought. */
  static OrderScope boughtBy(Actor actor) {
    if (actor.userId() != null) {
      return new OrderScope("o.buyer_id = ?", List.of(actor.userId()), true, false);
    }
    if (actor.guestId() != null) {
      return new OrderScope("o.guest_session_id = ?", List.of(actor.guestId()), true, false);
    }
    throw new Unauthenticated("unauthenticated", "Log in, or send your guest token.");
  }

  static OrderScope soldBy(long sellerId) {
    return new OrderScope("o.seller_id = ?", List.of(sellerId), false, true);
  }

  static OrderScope all() {
    return new OrderScope("true", List.of(), false, true);
  }
}
