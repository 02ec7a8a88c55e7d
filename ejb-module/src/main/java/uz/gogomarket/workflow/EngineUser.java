package uz.gogomarket.workflow;

import java.util.HashSet;
import java.util.Set;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Roles;

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

  /** The same person as the use cases see them. */
  public Actor actor(String sessionId) {
    Set<String> grants = new HashSet<>(groups);
    grants.remove(SUPER_ADMINS);
    grants.add(Roles.ADMIN);
    return Actor.user(userId, grants, sessionId);
  }
}
