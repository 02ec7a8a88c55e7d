package uz.gogomarket.wallets;

import uz.gogomarket.platform.Conflict;

/** More is asked of an order than it holds, for example a second time. */
public class MoneyNotHeld extends Conflict {

  private static final long serialVersionUID = 1L;

  public MoneyNotHeld() {
    super("money_not_held", "The order does not hold that much money.");
  }
}
