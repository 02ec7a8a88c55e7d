package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.workflow.EngineUser;
import uz.gogomarket.workflow.EngineUsers;

/**
 * Log-ins of staff to the tasklist. They are sessions like those of the API, in the same list and
 * ended by the same events, but known by a cookie, and over half an hour after they were used last.
 */
@Stateless
@AllowAnyone
public class TasklistSessions {

  private static final String NAME = "tasklist";

  @Inject PasswordGate gate;
  @Inject PasswordHasher hasher;
  @Inject LogInSteps steps;
  @Inject Sessions sessions;
  @Inject EngineUsers staff;
  @Inject Actors actors;

  /**
   * Opens a session.
   *
   * @param mayEnter whether this login may use the application that it asks for
   * @return the cookie; only its fingerprint is kept
   * @throws InvalidCredentials if there is no such member of staff or the password is another
   * @throws AccountSuspended if the account may not be used
   * @throws TooManyLogins if passwords were guessed too often
   * @throws AccessDenied if the application is not theirs
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String logIn(String email, String password, Predicate<String> mayEnter) {
    Accounts.Credentials known = gate.check(email, password);
    if (known.status() != UserStatus.ACTIVE) {
      throw new AccountSuspended();
    }
    EngineUser user =
        actors
            .runAsSystem(NAME, () -> staff.find(known.userId()))
            .orElseThrow(InvalidCredentials::new);
    if (!mayEnter.test(user.login())) {
      throw new AccessDenied();
    }
    String newHash = hasher.outdated(known.passwordHash()) ? hasher.hash(password) : null;
    return actors.runAsSystem(NAME, () -> steps.openTasklist(user.userId(), newHash));
  }

  /** Whose living session this cookie names; being asked for keeps it alive. */
  public Optional<TasklistSession> find(@Nullable String cookie) {
    if (cookie == null) {
      return Optional.empty();
    }
    return actors.runAsSystem(
        NAME,
        () ->
            sessions
                .use(cookie)
                .flatMap(
                    found ->
                        staff
                            .find(found.userId())
                            .map(user -> new TasklistSession(found.sid(), user))));
  }

  /** Runs a use case as whoever this session belongs to. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public <T> T act(TasklistSession session, Supplier<T> useCase) {
    return actors.runAs(session.user().actor(session.sid()), useCase);
  }

  /** Ends a session; does nothing where it has ended already. */
  public void logOut(TasklistSession session) {
    actors.runAsSystem(
        NAME, () -> sessions.endBySid(session.user().userId(), session.sid(), "logged_out"));
  }
}
