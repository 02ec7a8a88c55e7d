package uz.gogomarket.wallets;

import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;

/** The wallet holds less than is asked of it. */
public class InsufficientFunds extends Conflict {

  private static final long serialVersionUID = 1L;

  public InsufficientFunds(Money missing) {
    super("insufficient_funds", "The wallet is short of " + missing + " " + Money.CURRENCY + ".");
  }
}
