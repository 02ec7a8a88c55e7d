package uz.gogomarket.payments;

/** A way to take money. Implementations are beans; each has a row in {@code payment_gateways}. */
public interface PaymentGateway {

  /** As in the table. */
  String id();

  /** The buyer's choice that it serves. */
  PaymentMethod method();

  /**
   * Whether the money is there as soon as {@link #collect} returns. Where it is not, the payment
   * stays pending until the gateway hears of the money.
   */
  boolean collectsAtOnce();

  /**
   * Takes the money and puts it into the escrow of the checkout's orders.
   *
   * @param paymentId the payment's row, which exists already
   */
  void collect(long paymentId, PayCheckout checkout);
}
