package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Whose orders somebody looks at.
 *
 * @param owner the column of the orders, as {@code o}, that says whose they are; none for all
 * @param ownerId who that is
 * @param seesCode whether the code for the courier is shown
 * @param seesCommission whether the platform's share is shown
 */
record OrderScope(
    @Nullable String owner, @Nullable Long ownerId, boolean seesCode, boolean seesCommission) {

  /** What a user or a guest bought. */
  static OrderScope boughtBy(Actor actor) {
    if (actor.userId() != null) {
      return new OrderScope("o.buyer_id", actor.userId(), true, false);
    }
    if (actor.guestId() != null) {
      return new OrderScope("o.guest_session_id", actor.guestId(), true, false);
    }
    throw new Unauthenticated("unauthenticated", "Log in, or send your guest token.");
  }

  static OrderScope soldBy(long sellerId) {
    return new OrderScope("o.seller_id", sellerId, false, true);
  }

  static OrderScope all() {
    return new OrderScope(null, null, false, true);
  }

  /** What is selected, of the orders within the scope. */
  Query of(String select) {
    return Query.of(select).whereIf(owner != null, owner + " = ?", ownerId);
  }
}
