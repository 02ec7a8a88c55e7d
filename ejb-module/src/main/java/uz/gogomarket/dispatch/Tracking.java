package uz.gogomarket.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderStatus;

/**
 * Where an order is, for its buyer.
 *
 * @param latest the newest point with a position, while the order is on its way
 * @param points the newest points, oldest first; at most 200
 */
public record Tracking(
    String orderNumber,
    OrderStatus status,
    @Nullable LocalDate expectedOn,
    @Nullable TrackingPoint latest,
    List<TrackingPoint> points) {}
