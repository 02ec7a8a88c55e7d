package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;

/** Orders for those who bought, sold or look after them; everybody finds only their own. */
@Stateless
@AllowAnyone
public class OrderService {

  @Inject OrderViews views;
  @Inject OrderChanges changes;
  @Inject OrderFlow flow;
  @Inject Actors actors;

  /** What the acting user or guest bought, newest first. */
  public Page<OrderSummary> bought(OrderSearch search, PageRequest page) {
    return views.page(buyer(), search, page);
  }

  /** An order that the acting user or guest bought. */
  public OrderDetail boughtOrder(String number) {
    return detail(buyer(), number);
  }

  /** How such an order came to be what it is. */
  public List<OrderEvent> boughtHistory(String number) {
    return views.history(id(buyer(), number));
  }

  /** The buyer changed his mind before the courier had it. */
  @FreshSession
  public OrderDetail cancelBought(String number, CancelOrder command) {
    return cancel(buyer(), number, command);
  }

  /** What the acting seller sold, newest first. */
  @Allow(Roles.SELLER)
  public Page<OrderSummary> sold(OrderSearch search, PageRequest page) {
    return views.page(seller(), search, page);
  }

  /**
   * What the acting seller's programs have not seen yet.
   *
   * @param cursor of the last answer; absent, the feed begins with the oldest change
   * @param limit 1 to 100
   */
  @Allow(Roles.SELLER)
  public ChangedOrders soldChanges(@Nullable String cursor, int limit) {
    return changes.since(actors.userId(), new PageRequest(limit, cursor));
  }

  /** An order that the acting seller got. */
  @Allow(Roles.SELLER)
  public OrderDetail soldOrder(String number) {
    return detail(seller(), number);
  }

  /** How such an order came to be what it is. */
  @Allow(Roles.SELLER)
  public List<OrderEvent> soldHistory(String number) {
    return views.history(id(seller(), number));
  }

  /** Takes the order on; only what is paid, or will be at the door. */
  @Allow(Roles.SELLER)
  @FreshSession
  public OrderDetail confirm(String number) {
    return step(number, flow::confirm);
  }

  /** Begins to pack. */
  @Allow(Roles.SELLER)
  @FreshSession
  public OrderDetail startProcessing(String number) {
    return step(number, flow::startProcessing);
  }

  /** The parcel waits for the courier. */
  @Allow(Roles.SELLER)
  @FreshSession
  public OrderDetail readyForPickup(String number) {
    return step(number, flow::readyForPickup);
  }

  /** The seller cannot deliver. */
  @Allow(Roles.SELLER)
  @FreshSession
  public OrderDetail cancelSold(String number, CancelOrder command) {
    return cancel(seller(), number, command);
  }

  /** All orders, newest first. */
  @Allow(Permissions.ORDERS_MANAGE)
  public Page<OrderSummary> all(OrderSearch search, PageRequest page) {
    return views.page(OrderScope.all(), search, page);
  }

  /** Any order. */
  @Allow(Permissions.ORDERS_MANAGE)
  public OrderDetail anyOrder(String number) {
    return detail(OrderScope.all(), number);
  }

  /** How any order came to be what it is. */
  @Allow(Permissions.ORDERS_MANAGE)
  public List<OrderEvent> anyHistory(String number) {
    return views.history(id(OrderScope.all(), number));
  }

  /**
   * An admin ends an order before its pick-up.
   *
   * @throws uz.gogomarket.platform.Conflict {@code own_money} if he has a part in it
   */
  @Allow(Permissions.ORDERS_MANAGE)
  @FreshSession
  public OrderDetail cancelAny(String number, CancelOrder command) {
    requireUninvolved(number);
    return cancel(OrderScope.all(), number, command);
  }

  /**
   * Accounting gives money of an order back, before its release or after it.
   *
   * @throws uz.gogomarket.platform.Conflict {@code dispute_open}, {@code not_paid}, {@code
   *     already_refunded}, {@code own_money}
   * @throws uz.gogomarket.platform.Unprocessable {@code refund_out_of_range}
   */
  @Allow(Permissions.ACCOUNTING_RECORD)
  @FreshSession
  @Elevated
  public RefundResult refund(String number, RecordRefund command) {
    requireUninvolved(number);
    return flow.refund(id(OrderScope.all(), number), command.amount(), command.reason());
  }

  private void requireUninvolved(String number) {
    OrderFacts order = flow.facts(number);
    actors.requireUninvolved(order.buyerId(), order.sellerId(), order.courierId());
  }

  private OrderDetail cancel(OrderScope scope, String number, CancelOrder command) {
    flow.cancel(id(scope, number), command.reason());
    return detail(scope, number);
  }

  private OrderDetail step(String number, LongFunction<OrderFacts> change) {
    OrderFacts unused = change.apply(id(seller(), number));
    return detail(seller(), number);
  }

  private OrderScope buyer() {
    return OrderScope.boughtBy(actors.current());
  }

  private OrderScope seller() {
    return OrderScope.soldBy(actors.userId());
  }

  private OrderDetail detail(OrderScope scope, String number) {
    return views.detail(scope, number).orElseThrow(() -> new NotFound("order", number));
  }

  private long id(OrderScope scope, String number) {
    return views.idOf(scope, number).orElseThrow(() -> new NotFound("order", number));
  }
}
