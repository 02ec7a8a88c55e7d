package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Tells the steps of an order that are nothing but steps; those with more to them tell it
 * themselves.
 */
@ApplicationScoped
class OrderEvents {

  @Inject Event<OrderConfirmed> confirmed;
  @Inject Event<OrderReady> ready;
  @Inject Event<OrderPickedUp> pickedUp;

  void moved(OrderFacts order, OrderStatus to) {
    long id = order.id();
    long checkout = order.checkoutId();
    @Nullable Long buyer = order.buyerId();
    long seller = order.sellerId();
    switch (to) {
      case CONFIRMED -> confirmed.fire(new OrderConfirmed(id, checkout, buyer, seller));
      case READY_FOR_PICKUP -> ready.fire(new OrderReady(id, checkout, buyer, seller));
      case PICKED_UP -> pickedUp.fire(new OrderPickedUp(id, checkout, buyer, seller));
      default -> {
        // told where it happens, with what belongs to it
      }
    }
  }
}
