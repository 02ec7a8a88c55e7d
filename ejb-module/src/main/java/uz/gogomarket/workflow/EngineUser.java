package uz.gogomarket.workflow;

import java.util.Set;

/**
 * A member of staff as the process engine sees them.
 *
 * @param userId the account
 * @param login what they log in to the tasklist with: the account's e-mail address, in lower case
 * @param groups the admin permissions they hold, such as {@code disputes.decide}, and {@link
 *     #SUPER_ADMINS} for those who see all
 */
public record EngineUser(
    long userId, String login, String firstName, String lastName, Set<String> groups) {

  /** The group that may use all of the engine's web applications. */
  public static final String SUPER_ADMINS = "camunda-admin";

  public EngineUser {
    groups = Set.copyOf(groups);
  }
}
