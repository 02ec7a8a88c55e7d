package uz.gogomarket.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import uz.gogomarket.payments.ReleasedMoneyRefunded;

/** A refund after the release takes part of the commission back. */
@ApplicationScoped
class GivingBack {

  @Inject CommissionService commissions;

  void refunded(@Observes ReleasedMoneyRefunded event) {
    commissions.giveBack(event.orderId(), event.commission());
  }
}
