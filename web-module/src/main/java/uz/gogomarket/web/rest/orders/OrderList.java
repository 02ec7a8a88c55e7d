package uz.gogomarket.web.rest.orders;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.EnumLabels;
import uz.gogomarket.orders.OrderEvent;
import uz.gogomarket.orders.OrderSearch;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.orders.OrderSummary;

/** What lists of orders have in common: status, only orders in this status. */
public class OrderList {

  @QueryParam("status")
  @Parameter(
      description = "Only orders in this status",
      example = "delivered",
      schema = @Schema(implementation = OrderStatus.class))
  @Nullable String status;

  OrderSearch search() {
    return OrderSearch.ofStatus(statusOrNull());
  }

  @Nullable OrderStatus statusOrNull() {
    return status == null ? null : EnumLabels.parse(OrderStatus.class, "status", status);
  }

  /** A page of orders. */
  public record OrderPage(List<OrderSummary> items, @Nullable String nextCursor) {}

  /** The history of an order, oldest first. */
  public record OrderHistory(List<OrderEvent> items) {}
}
