package uz.gogomarket.payments;

import java.util.ArrayList;
import java.util.List;
import uz.gogomarket.platform.Money;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.MoneyNotHeld;
import uz.gogomarket.wallets.OrderFunds;

/**
 * Where the money of a refund comes from.
 *
 * <p>While it is held, from what is held. After the release, commission and tax are given back in
 * proportion and the seller answers for the rest; the courier keeps what was earned with the
 * delivery.
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

  /**
   * What a refund takes back from whom, after the release.
   *
   * @param left what was released less what was taken back before
   */
  static Shares taken(Money amount, Money left, OrderFunds funds) {
    Money commission = funds.commission().proportion(amount, left);
    Money tax = funds.tax().proportion(amount, left).min(amount.minus(commission));
    return new Shares(commission, tax, amount.minus(commission).minus(tax));
  }

  /** The parts that add up to a refund after the release. */
  record Shares(Money commission, Money tax, Money seller) {

    List<Leg> legs(long orderId, long sellerId) {
      List<Leg> legs = new ArrayList<>();
      legs.add(Leg.platform(AccountKind.COMMISSION_REVENUE, commission.negate(), orderId));
      legs.add(Leg.platform(AccountKind.TAX_PAYABLE, tax.negate(), orderId));
      legs.add(Leg.charge(sellerId, seller, orderId));
      return legs;
    }
  }
}
