package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.ChangedOrders;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;

/** A seller's orders as programs handle them. */
@Stateless
@Allow(Scopes.ORDERS_WRITE)
@FreshSession
public class PartnerOrderService {

  @Inject OrderService orders;
  @Inject RequestOnce once;
  @Inject OwnersRole owner;

  /** The orders that changed since a cursor, the oldest change first. */
  @Allow(Scopes.ORDERS_READ)
  public ChangedOrders changed(@Nullable String cursor, int limit) {
    return owner.asSeller(() -> orders.soldChanges(cursor, limit));
  }

  /**
   * @throws NotFound if the seller has no such order
   */
  @Allow(Scopes.ORDERS_READ)
  public OrderDetail order(String number) {
    return owner.asSeller(() -> orders.soldOrder(number));
  }

  /**
   * Takes on an order.
   *
   * @throws Conflict {@code not_paid}, {@code order_status}
   */
  public Done<OrderDetail> confirm(String requestId, String number) {
    return change("ConfirmOrder", requestId, number, () -> orders.confirm(number));
  }

  /**
   * The parcel waits for the courier; a confirmed order is packed in the same breath.
   *
   * @throws Conflict {@code order_status}
   */
  public Done<OrderDetail> readyForPickup(String requestId, String number) {
    return change(
        "MarkReadyForPickup",
        requestId,
        number,
        () -> {
          if (orders.soldOrder(number).summary().status() == OrderStatus.CONFIRMED) {
            orders.startProcessing(number);
          }
          return orders.readyForPickup(number);
        });
  }

  private Done<OrderDetail> change(
      String operation, String requestId, String number, Supplier<OrderDetail> effect) {
    return owner.asSeller(
        () ->
            once.run(
                RequestOnce.key(operation, requestId),
                once.fingerprint(number),
                OrderDetail.class,
                effect));
  }
}
