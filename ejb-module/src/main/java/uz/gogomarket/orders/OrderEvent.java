package uz.gogomarket.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of an order's history.
 *
 * @param by buyer, seller, courier, admin or system
 */
public record OrderEvent(OrderStatus status, String by, @Nullable String notes, Instant at) {}
