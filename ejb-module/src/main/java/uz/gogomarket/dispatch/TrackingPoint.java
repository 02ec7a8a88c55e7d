package uz.gogomarket.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.shipping.GeoPoint;

/** One point of an order's way. */
public record TrackingPoint(
    TrackingStatus status, @Nullable GeoPoint position, @Nullable String notes, Instant at) {}
