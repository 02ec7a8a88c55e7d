package uz.gogomarket.wallets;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * One side of a movement of money; the legs of an entry sum to zero.
 *
 * @param kind the kind of account
 * @param userId whose account it is; only for personal kinds
 * @param amount positive credits the account (the platform owes more), negative debits it
 * @param orderId the order whose money this is; always for escrow and cash on delivery
 * @param debt how the leg treats what its user owes
 */
public record Leg(
    AccountKind kind, @Nullable Long userId, Money amount, @Nullable Long orderId, Debt debt) {

  /** How a wallet's leg treats what its user owes the platform. */
  public enum Debt {
    /** Leaves it alone: the wallet takes the whole amount or the entry is refused. */
    UNTOUCHED,
    /** A credit settles the debt first; the wallet gets the rest. */
    SETTLED_FIRST,
    /** A debit takes what the wallet holds; the rest becomes debt. */
    TAKES_THE_REST
  }

  /**
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public Leg {
    boolean fits =
        kind.isPersonal() == (userId != null)
            && (!kind.isHeldPerOrder() || orderId != null)
            && (debt == Debt.UNTOUCHED || kind == AccountKind.WALLET)
            && (debt != Debt.SETTLED_FIRST || !amount.isNegative())
            && (debt != Debt.TAKES_THE_REST || !amount.isPositive());
    if (!fits) {
      throw new IllegalArgumentException("Not a leg: " + kind + " " + userId + " " + amount);
    }
  }

  /** Into (or, negative, out of) a wallet; refused where the wallet does not hold that much. */
  public static Leg wallet(long userId, Money amount, @Nullable Long orderId) {
    return new Leg(AccountKind.WALLET, userId, amount, orderId, Debt.UNTOUCHED);
  }

  /**
   * What somebody has earned, paid in or gets back: settles what they owe first, the rest goes to
   * the wallet.
   */
  public static Leg earning(long userId, Money amount, @Nullable Long orderId) {
    return new Leg(AccountKind.WALLET, userId, amount, orderId, Debt.SETTLED_FIRST);
  }

  /** What is taken from somebody: out of the wallet what it holds, the rest is owed. */
  public static Leg charge(long userId, Money amount, @Nullable Long orderId) {
    return new Leg(AccountKind.WALLET, userId, amount.negate(), orderId, Debt.TAKES_THE_REST);
  }

  /** Into (negative: out of) what is held for an order. */
  public static Leg escrow(long orderId, Money amount) {
    return platform(AccountKind.ESCROW, amount, orderId);
  }

  /** Cash that a courier takes (negative) or hands in (positive). */
  public static Leg courierCash(long courierId, Money amount, long orderId) {
    return new Leg(AccountKind.COURIER_CASH, courierId, amount, orderId, Debt.UNTOUCHED);
  }

  /** Into (negative: out of) an account of the platform's own. */
  public static Leg platform(AccountKind kind, Money amount, @Nullable Long orderId) {
    return new Leg(kind, null, amount, orderId, Debt.UNTOUCHED);
  }

  Leg to(AccountKind otherKind, Money part) {
    return new Leg(otherKind, userId, part, orderId, Debt.UNTOUCHED);
  }
}
