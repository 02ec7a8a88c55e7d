package uz.gogomarket.disputes;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Conflict;

/**
 * What an order's disputes so far mean for another one: what was decided is decided for good, its
 * appeal included, unless other goods were to come; and nobody opens and withdraws without end,
 * since the seller waits for the money meanwhile.
 *
 * @param open whether one is not over
 * @param decided how the last that was not withdrawn ended; none where all were withdrawn
 * @param withdrawn how many the one who opens now has taken back
 */
record EarlierDisputes(boolean open, @Nullable DisputeDecision decided, int withdrawn) {

  private static final int MOST_WITHDRAWN = 1;

  /**
   * @throws Conflict {@code dispute_open}, {@code dispute_decided} or {@code dispute_withdrawn}
   */
  void allowAnother(String orderNumber) {
    if (open) {
      throw new Conflict("dispute_open", "Order " + orderNumber + " has a dispute already.");
    }
    if (decided != null && decided != DisputeDecision.REPLACE) {
      throw new Conflict(
          "dispute_decided", "The dispute over order " + orderNumber + " has been decided.");
    }
    if (withdrawn > MOST_WITHDRAWN) {
      throw new Conflict(
          "dispute_withdrawn", "You have withdrawn your dispute over this order again already.");
    }
  }
}
