package uz.gogomarket.payments;

import uz.gogomarket.platform.DomainEvent;

/**
 * Nobody will pay for a checkout any more: its time was over, or all that was to be paid at the
 * door was cancelled.
 */
public record PaymentFailed(long checkoutId) implements DomainEvent {

  @Override
  public String topic() {
    return "checkout.payment_failed";
  }

  @Override
  public long aggregateId() {
    return checkoutId;
  }
}
