package uz.gogomarket.payments;

import uz.gogomarket.platform.Money;
import uz.gogomarket.wallets.MoneyNotHeld;
import uz.gogomarket.wallets.OrderFunds;

/**
 * Where the money of a refund comes from: while it is held, from what is held; after the release,
 * from those who got it, see {@link TakenBack}.
 */
final class RefundPolicy {

  private RefundPolicy() {}

  /** Which situation an order's money is in. */
  enum Source {
    NOTHING_PAID,
    HELD,
    /** A courier has taken cash and not handed it in: the refund waits for it. */
    WITH_COURIER,
    RELEASED
  }

  /**
   * Where an amount comes from.
   *
   * @param earlier the order's refunds so far
   * @throws MoneyNotHeld if there is not that much left anywhere
   */
  static Source source(Money amount, OrderFunds funds, Earlier earlier) {
    Money held = funds.escrow().plus(funds.cashOnDelivery()).minus(earlier.reserved());
    if (held.compareTo(amount) >= 0) {
      return funds.cashOnDelivery().isPositive() ? Source.WITH_COURIER : Source.HELD;
    }
    if (earlier.leftOf(funds).compareTo(amount) >= 0) {
      return Source.RELEASED;
    }
    if (held.isZero() && funds.released().isZero() && earlier.equals(Earlier.NONE)) {
      return Source.NOTHING_PAID;
    }
    throw new MoneyNotHeld();
  }

  /**
   * An order's refunds so far.
   *
   * @param reserved promised and still standing in escrow or with the courier
   * @param takenBack taken back after the release
   * @param completed paid back while the money was held
   */
  record Earlier(Money reserved, Money takenBack, Money completed) {

    static final Earlier NONE = new Earlier(Money.ZERO, Money.ZERO, Money.ZERO);

    /** What a settlement paid out and nobody has taken back. */
    Money leftOf(OrderFunds funds) {
      return funds.released().minus(takenBack);
    }
  }
}
