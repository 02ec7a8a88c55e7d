package uz.gogomarket.web.rest.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.dispatch.Delivery;

/** A page of deliveries. */
public record DeliveryPage(List<Delivery> items, @Nullable String nextCursor) {}
