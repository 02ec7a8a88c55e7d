package uz.gogomarket.identity;

import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;

/**
 * The account may not be used at present. Only its owner, who knows the password or holds a token,
 * hears this.
 */
public class AccountSuspended extends ProblemException {

  private static final long serialVersionUID = 1L;

  AccountSuspended() {
    super(Problem.ACCESS_DENIED, "account_suspended", "This account may not be used at present.");
  }
}
