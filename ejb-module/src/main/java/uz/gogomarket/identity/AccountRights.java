package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;

/**
 * What follows for an account when those who decide about roles have changed one: they may not
 * touch accounts themselves, and who acts elevated may not decide about roles.
 */
@Stateless
@Internal
@Elevated
public class AccountRights {

  @Inject Accounts accounts;
  @Inject Sessions sessions;

  /** The account has one role more. */
  public void added(long userId) {
    accounts.settleMainRole(userId);
  }

  /** The account has one role less, and has to log in anew. */
  public void taken(long userId) {
    accounts.settleMainRole(userId);
    sessions.endAll(userId, "rights_changed");
  }
}
