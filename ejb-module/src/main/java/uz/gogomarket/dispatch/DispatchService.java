package uz.gogomarket.dispatch;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.VerificationService;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Unprocessable;

/** Admins say who brings what. */
@Stateless
@Allow(Permissions.DELIVERY_ASSIGN)
@Elevated
public class DispatchService {

  @Inject Deliveries deliveries;
  @Inject OrderFlow flow;
  @Inject VerificationService verification;
  @Inject Actors actors;
  @Inject Audit audit;

  /** Orders that are ready for a courier, newest first. */
  public Page<DeliveryView> ready(boolean unassignedOnly, PageRequest request) {
    return deliveries.page(
        Deliveries.all()
            .where("o.status = 'ready_for_pickup'")
            .whereIf(unassignedOnly, "o.courier_id is null"),
        request);
  }

  /** Any delivery. */
  public DeliveryView get(String number) {
    return found(number).delivery();
  }

  /**
   * Assigns a courier; before the pick-up another one can take his place.
   *
   * @throws uz.gogomarket.platform.Conflict {@code own_money} for oneself, and for what one bought
   *     or sold
   */
  public DeliveryView assign(String number, AssignCourier command) {
    if (!verification.isVerified(command.courierId(), UserRole.COURIER)) {
      throw new Unprocessable(
          "not_a_courier", "User " + command.courierId() + " is no verified courier.");
    }
    Deliveries.Found before = found(number);
    OrderFacts asked = flow.facts(before.id());
    actors.requireUninvolved(asked.buyerId(), asked.sellerId(), command.courierId());
    OrderFacts order = flow.assignCourier(before.id(), command.courierId());
    deliveries.track(order.id(), command.courierId(), TrackingStatus.ASSIGNED, null, null);
    DeliveryView after = get(number);
    audit.record("delivery.assigned", "order", order.id(), named(before.delivery()), named(after));
    return after;
  }

  /**
   * Calls a delivery back whose courier does not say what became of it; it counts as a failed
   * attempt and waits for the next one, by him or another.
   *
   * @throws uz.gogomarket.platform.Conflict {@code own_money} where one has a part in the order
   */
  @FreshSession
  public DeliveryView fail(String number, FailDelivery failure) {
    OrderFacts order = flow.lock(found(number).id());
    actors.requireUninvolved(order.buyerId(), order.sellerId(), order.courierId());
    OrderFacts back = flow.failedAttempt(order.id(), failure.reason());
    long courierId = Objects.requireNonNull(order.courierId());
    deliveries.track(
        order.id(), courierId, TrackingStatus.FAILED, failure.position(), failure.reason());
    audit.record(
        "delivery.failed",
        "order",
        order.id(),
        Map.of("status", order.status(), "courierId", courierId),
        Map.of("status", back.status(), "reason", failure.reason()));
    return get(number);
  }

  private Deliveries.Found found(String number) {
    return deliveries.find(number).orElseThrow(() -> new NotFound("delivery", number));
  }

  private static Map<String, Long> named(DeliveryView delivery) {
    Long courierId = delivery.courierId();
    return courierId == null ? Map.of() : Map.of("courierId", courierId);
  }
}
