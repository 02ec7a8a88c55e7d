package uz.gogomarket.dispatch;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.payments.CourierCash;
import uz.gogomarket.payments.PaymentService;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Unprocessable;

/** Cash that was taken at doors: who carries it, and that it arrives. */
@Stateless
public class DoorCashService {

  @Inject Deliveries deliveries;
  @Inject OrderFlow flow;
  @Inject PaymentService payments;
  @Inject Actors actors;
  @Inject Audit audit;

  /** A courier has taken what a delivered order costs: he owes it from now on. */
  @Internal
  public void taken(OrderFacts order, long courierId) {
    payments.cashTaken(new CourierCash(order.id(), order.checkoutId(), courierId, order.total()));
  }

  /** Delivered orders whose cash is still with couriers, newest first. */
  @Allow({Permissions.ACCOUNTING_READ, Permissions.ACCOUNTING_RECORD})
  @Elevated
  public Page<DeliveryView> outstanding(@Nullable Long courierId, PageRequest request) {
    return deliveries.page(
        Deliveries.all()
            .where("o.payment_method = 'cash' and o.status in ('delivered', 'refunded')")
            .where("o.cash_handed_in_at is null")
            .whereGiven("o.courier_id = ?", courierId),
        request);
  }

  /**
   * Books the cash of some orders that a courier hands in; all of them or none.
   *
   * @throws Unprocessable {@code wrong_amount} if the amount is not what they cost together
   * @throws Conflict {@code own_money} if whoever books it carried it or has a part in an order
   */
  @Allow(Permissions.ACCOUNTING_RECORD)
  @FreshSession
  @Elevated
  public CashHandIn handIn(HandInCash command) {
    List<OrderFacts> orders = locked(command);
    orders.forEach(
        order -> actors.requireUninvolved(order.buyerId(), order.sellerId(), order.courierId()));
    Money total = Money.sum(orders.stream().map(OrderFacts::total).toList());
    if (!total.equals(command.amount())) {
      throw new Unprocessable(
          "wrong_amount", "These orders cost " + total + " " + Money.CURRENCY + " together.");
    }
    payments.cashHandedIn(
        orders.stream()
            .map(
                order ->
                    new CourierCash(
                        order.id(), order.checkoutId(), command.courierId(), order.total()))
            .toList());
    flow.cashHandedIn(orders.stream().map(OrderFacts::id).toList());
    List<String> numbers = orders.stream().map(OrderFacts::orderNumber).toList();
    audit.record(
        "cash.handed_in",
        "user",
        command.courierId(),
        null,
        Map.of("orders", numbers, "amount", total));
    return new CashHandIn(command.courierId(), numbers, total);
  }

  private List<OrderFacts> locked(HandInCash command) {
    List<OrderFacts> orders = flow.lockAll(command.orderNumbers());
    for (OrderFacts order : orders) {
      boolean carries = Long.valueOf(command.courierId()).equals(order.courierId());
      if (!carries || !order.cash() || order.deliveredAt() == null) {
        throw new NotFound("cash of order", order.orderNumber());
      }
      if (order.cashHandedInAt() != null) {
        throw new Conflict(
            "cash_already_handed_in",
            "The cash of order " + order.orderNumber() + " was handed in before.");
      }
    }
    return orders;
  }
}
