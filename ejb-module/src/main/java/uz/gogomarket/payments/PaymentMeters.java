package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Meters;

/** Counts attempts to pay by what became of them, once that is certain. */
@ApplicationScoped
class PaymentMeters {

  @Inject Meters meters;

  void made(@Observes(during = TransactionPhase.AFTER_SUCCESS) PaymentTried event) {
    count(event.method(), EnumConverter.label(event.outcome()));
  }

  void refused(@Observes(during = TransactionPhase.AFTER_FAILURE) PaymentTried event) {
    count(event.method(), "refused");
  }

  private void count(PaymentMethod method, String outcome) {
    meters
        .counter(
            "payments",
            "Attempts to pay by their method and what became of them",
            new Tag("method", EnumConverter.label(method)),
            new Tag("outcome", outcome))
        .inc();
  }
}
