package uz.gogomarket.orders;

import java.time.Instant;
import java.util.List;

/**
 * Orders that changed since a cursor, the oldest change first.
 *
 * @param nextCursor where to go on, always there; asked with again it gives what changed since
 * @param more whether there is more already
 */
public record ChangedOrders(List<Change> orders, String nextCursor, boolean more) {

  /** An order as it is now, and when it last changed. */
  public record Change(OrderSummary order, Instant changedAt) {}

  public ChangedOrders {
    orders = List.copyOf(orders);
  }
}
