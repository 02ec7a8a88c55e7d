package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;

/** The courier takes the money at the door; it counts when accounting books the hand-in. */
@ApplicationScoped
class CashGateway implements PaymentGateway {

  @Override
  public String id() {
    return "cash";
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.CASH;
  }

  @Override
  public boolean collectsAtOnce() {
    return false;
  }

  @Override
  public void collect(long paymentId, PayCheckout checkout) {
    // Nothing moves before the goods are handed over.
  }
}
