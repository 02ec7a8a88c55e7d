package uz.gogomarket.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Sql;

/**
 * Says who acts while the engine works: whoever acts already (a REST call), else the member of
 * staff who is logged in to the tasklist, else the engine itself as {@code system:workflow}.
 */
@ApplicationScoped
class EngineActors {

  static final String SYSTEM_NAME = "workflow";

  /** Known to the database by this name. */
  private static final String DEPLOYMENT_NAME = "deployment";

  @Inject Actors actors;
  @Inject Sql sql;
  @Inject EngineStaff staff;

  /** Runs the deployment, which is all that the database lets write definitions. */
  void deploy(Runnable deployment) {
    actors.runAsSystem(
        DEPLOYMENT_NAME,
        () -> {
          sql.sayWhoActs();
          deployment.run();
        });
  }

  /** Runs a command of the engine as the right actor; inside a transaction. */
  <T> @Nullable T act(IdentityService identity, CommandExecutor next, Command<T> command) {
    if (actors.current().kind() != Actor.Kind.ANONYMOUS) {
      return next.execute(command);
    }
    Authentication authentication = identity.getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      return actors.runAsSystem(SYSTEM_NAME, () -> next.execute(command));
    }
    return actors.runAs(staffMember(authentication), () -> next.execute(command));
  }

  /**
   * Looked up each time, since the web applications remember for a while who is logged in with
   * which groups: who was suspended, or has lost a permission, is refused at once.
   */
  private Actor staffMember(Authentication authentication) {
    EngineUser user =
        staff
            .find(authentication.getUserId())
            .orElseThrow(() -> new AuthorizationException("The account is not active any more"));
    List<String> groups = authentication.getGroupIds();
    if (groups != null && !user.groups().containsAll(groups)) {
      throw new AuthorizationException("The permissions have changed");
    }
    return user.actor("tasklist");
  }
}
