package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;
import uz.gogomarket.platform.Meters;

/** Counts what happened to orders, once it is committed. */
@ApplicationScoped
class OrderMeters {

  @Inject Meters meters;

  void placed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderPlaced event) {
    count("placed");
  }

  void paid(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderPaid event) {
    count("paid");
  }

  void cancelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderCancelled event) {
    count("cancelled");
  }

  void delivered(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderDelivered event) {
    count("delivered");
  }

  void refunded(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderRefunded event) {
    count("refunded");
  }

  void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderSettled event) {
    count("settled");
  }

  private void count(String event) {
    meters.counter("orders", "What happened to orders", new Tag("event", event)).inc();
  }
}
