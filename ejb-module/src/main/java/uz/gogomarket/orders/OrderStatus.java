package uz.gogomarket.orders;

import java.util.Set;

/**
 * Where an order stands. The table {@code order_transitions} holds the same machine and guards the
 * history with it.
 */
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  PROCESSING,
  READY_FOR_PICKUP,
  PICKED_UP,
  IN_TRANSIT,
  DELIVERED,
  CANCELLED,
  REFUNDED;

  /** What may come next; empty at the end of the way. */
  public Set<OrderStatus> next() {
    return switch (this) {
      case PENDING -> Set.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> Set.of(PROCESSING, CANCELLED);
      case PROCESSING -> Set.of(READY_FOR_PICKUP, CANCELLED);
      case READY_FOR_PICKUP -> Set.of(PICKED_UP, CANCELLED);
      case PICKED_UP -> Set.of(IN_TRANSIT);
      case IN_TRANSIT -> Set.of(DELIVERED, READY_FOR_PICKUP);
      case DELIVERED -> Set.of(REFUNDED);
      case CANCELLED, REFUNDED -> Set.of();
    };
  }

  /** Whether its parcel is not to be brought any more. */
  boolean isOver() {
    return this == DELIVERED || this == CANCELLED || this == REFUNDED;
  }

  public boolean mayBecome(OrderStatus other) {
    return next().contains(other);
  }
}
