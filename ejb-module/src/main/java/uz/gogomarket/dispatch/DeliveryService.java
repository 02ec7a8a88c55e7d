package uz.gogomarket.dispatch;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.shipping.GeoPoint;

/** What a courier does with the orders that were assigned to him. */
@Stateless
@Allow(Roles.COURIER)
@Elevated
public class DeliveryService {

  @Inject Deliveries deliveries;
  @Inject DoorCashService doorCash;
  @Inject OrderFlow flow;
  @Inject DeliveryCodes codes;
  @Inject Entities entities;
  @Inject Actors actors;
  @Inject Clock clock;

  /** His deliveries, newest first. */
  public Page<DeliveryView> mine(@Nullable OrderStatus status, PageRequest request) {
    return deliveries.page(
        Deliveries.all()
            .where("o.courier_id = ?", actors.userId())
            .whereGiven("o.status = ?", status),
        request);
  }

  /** One of them. */
  public DeliveryView get(String number) {
    return found(number).delivery();
  }

  /** He has fetched the parcel. */
  @FreshSession
  public DeliveryView pickUp(String number) {
    OrderFacts order = locked(number);
    OrderFacts unused = flow.pickedUp(order.id());
    return tracked(order, TrackingStatus.PICKED_UP, null, null);
  }

  /**
   * Where he is; the first report after the pick-up says that he is on his way.
   *
   * @return whether it was worth storing: at most every 15 s or 50 m one is
   */
  public boolean report(String number, ReportPosition report) {
    OrderFacts order = locked(number);
    requireUnderWay(order);
    GeoPoint here = report.position();
    Optional<TrackingPoint> last = deliveries.lastPosition(order.id(), actors.userId());
    GeoPoint there = last.map(TrackingPoint::position).orElse(null);
    if (order.status() == OrderStatus.IN_TRANSIT
        && last.isPresent()
        && there != null
        && !PositionThinning.isWorthStoring(last.get().at(), there, clock.instant(), here)) {
      return false;
    }
    OrderFacts unused = flow.inTransit(order.id());
    tracked(order, TrackingStatus.IN_TRANSIT, here, null);
    return true;
  }

  /** Nobody took it: the order waits for the next attempt. */
  @FreshSession
  public DeliveryView fail(String number, FailDelivery failure) {
    OrderFacts order = locked(number);
    OrderFacts unused = flow.failedAttempt(order.id(), failure.reason());
    return tracked(order, TrackingStatus.FAILED, failure.position(), failure.reason());
  }

  /**
   * He handed it over against the buyer's code, and took the cash where there was some to take.
   *
   * @throws WrongDeliveryCode with the tries that are left
   * @throws DeliveryCodeLocked after {@link Delivery#MAX_WRONG_CODES} wrong codes
   */
  @FreshSession
  public DeliveryView deliver(String number, CompleteDelivery completion) {
    OrderFacts order = locked(number);
    requireUnderWay(order);
    Delivery delivery = deliveries.of(order.id());
    Instant now = clock.instant();
    check(delivery, completion.code(), now);
    OrderFacts delivered = flow.delivered(order.id(), completion.notes());
    delivery.handOver(
        now, completion.position(), delivered.cash() ? delivered.total() : Money.ZERO);
    if (delivered.cash()) {
      doorCash.taken(delivered, actors.userId());
    }
    return tracked(order, TrackingStatus.DELIVERED, completion.position(), completion.notes());
  }

  /** Also what is refused is counted, and kept: what is thrown here does not roll back. */
  private void check(Delivery delivery, String code, Instant now) {
    CodeAttempt attempt = delivery.attempt(codes.isRight(delivery.code(), code), now);
    if (!attempt.right()) {
      entities.flush();
    }
    attempt.requireRight(now);
  }

  private static void requireUnderWay(OrderFacts order) {
    if (order.status() != OrderStatus.PICKED_UP && order.status() != OrderStatus.IN_TRANSIT) {
      throw new Conflict("not_under_way", "Order " + order.orderNumber() + " is not with you.");
    }
  }

  private Deliveries.Found found(String number) {
    long courierId = actors.userId();
    return deliveries
        .find(number)
        .filter(found -> Long.valueOf(courierId).equals(found.delivery().courierId()))
        .orElseThrow(() -> new NotFound("delivery", number));
  }

  /** Locks the order if it is his. */
  private OrderFacts locked(String number) {
    return flow.lock(number, actors.userId()).orElseThrow(() -> new NotFound("delivery", number));
  }

  private DeliveryView tracked(
      OrderFacts order,
      TrackingStatus status,
      @Nullable GeoPoint position,
      @Nullable String notes) {
    deliveries.track(order.id(), actors.userId(), status, position, notes);
    return get(order.orderNumber());
  }
}
