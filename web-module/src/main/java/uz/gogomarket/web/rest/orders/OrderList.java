package uz.gogomarket.web.rest.orders;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderEvent;
import uz.gogomarket.orders.OrderSearch;
import uz.gogomarket.orders.OrderStatus;

/** What lists of orders have in common: status, only orders in this status. */
public class OrderList {

  @QueryParam("status")
  @Nullable OrderStatus status;

  OrderSearch search() {
    return OrderSearch.ofStatus(status);
  }

  /** The history of an order, oldest first. */
  public record OrderHistory(List<OrderEvent> items) {}
}
