package uz.gogomarket.workflow;

import java.util.List;
import java.util.Optional;

/**
 * Who may use the tasklist; implemented where accounts are kept. Only active accounts with an admin
 * role are known here: one that is suspended is gone at once.
 *
 * <p>All methods are called within a transaction and as the system actor {@code workflow}.
 */
public interface EngineUsers {

  /**
   * @param login an e-mail address in any case
   */
  Optional<EngineUser> find(String login);

  Optional<EngineUser> find(long userId);

  /** All of them, by login, at most 1,000. */
  List<EngineUser> staff();

  /**
   * Whether this is the password of an account that {@link #find} knows. Counts against the log-in
   * budget of the account and of the address that {@link uz.gogomarket.platform.RequestInfo} names;
   * a log-in over budget is refused with the right password too.
   */
  boolean passwordMatches(String login, String password);
}
