package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Retries;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.TooManyRequests;
import uz.gogomarket.platform.Unauthenticated;
import uz.gogomarket.platform.Violation;

/**
 * One's own account: opening it, logging in and out, sessions, the profile. What hashes a password
 * runs outside of transactions and in steps; each step that writes is tried again by itself, since
 * the one before has ended well.
 */
@Stateless
@Allow({Roles.BUYER, Roles.SELLER, Roles.COURIER, Roles.ADMIN, Roles.WHOLESALER, Roles.INFLUENCER})
public class IdentityService {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]{2,}");

  @Inject Actors actors;
  @Inject Accounts accounts;
  @Inject Profiles profiles;
  @Inject Sessions sessions;
  @Inject LogInSteps steps;
  @Inject PasswordGate gate;
  @Inject PasswordHasher hasher;
  @Inject RegistrationBudget registrations;
  @Inject Audit audit;

  /**
   * Opens an account, a buyer's.
   *
   * @throws EmailTaken if another account has the address
   * @throws TooManyRequests if too many were opened from there
   * @throws InvalidInput if the address, the password or the telephone number cannot be taken
   */
  @AllowAnyone
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public AccountView register(RegisterAccount command) {
    RegisterAccount account = checked(command);
    registrations.spend();
    actors.runAsSystem("registration", () -> steps.requireFree(account.email()));
    String hash = hasher.hash(account.password());
    return Retries.run(() -> actors.runAsSystem("registration", () -> steps.create(account, hash)));
  }

  /**
   * Opens a session. A guest who logs in keeps the cart: see {@link LoggedIn}.
   *
   * @throws InvalidCredentials if there is no such account or the password is another
   * @throws AccountSuspended if the account may not be used
   * @throws TooManyLogins if passwords were guessed too often
   */
  @AllowAnyone
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TokenPair logIn(LogIn command) {
    Accounts.Credentials user = gate.check(command.email(), command.password());
    if (user.status() != UserStatus.ACTIVE) {
      throw new AccountSuspended();
    }
    Long guestId = actors.current().guestId();
    String newHash = hasher.outdated(user.passwordHash()) ? hasher.hash(command.password()) : null;
    return Retries.run(
        () -> actors.runAsSystem("log-in", () -> steps.open(user.userId(), guestId, newHash)));
  }

  /**
   * Trades a refresh token for new tokens; it works once.
   *
   * @throws Unauthenticated {@code invalid_refresh_token}, {@code session_ended}, or {@code
   *     refresh_token_reused}, which has ended the session
   * @throws AccountSuspended if the account may not be used
   */
  @AllowAnyone
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TokenPair refresh(String refreshToken) {
    RefreshToken presented =
        RefreshToken.parse(refreshToken).orElseThrow(IdentityService::unknownRefreshToken);
    LogInSteps.Renewal renewal =
        Retries.run(() -> actors.runAsSystem("refresh", () -> steps.renew(presented)));
    return switch (renewal.outcome()) {
      case RENEWED -> Objects.requireNonNull(renewal.tokens());
      case UNKNOWN -> throw unknownRefreshToken();
      case ENDED -> throw new SessionEnded();
      case SUSPENDED -> throw new AccountSuspended();
      case REUSED ->
          throw new Unauthenticated(
              "refresh_token_reused",
              "This refresh token was used before; the session has been ended. Log in again.");
    };
  }

  /** Ends the session that asks; does nothing where it has ended already. */
  public void logOut() {
    Actor actor = actors.current();
    String sid = actor.sessionId();
    if (actor.kind() == Actor.Kind.USER && sid != null) {
      sessions.endBySid(actors.userId(), sid, "logged_out");
    }
  }

  /** One's living sessions, the last used first; at most {@value Sessions#MAX_PER_ACCOUNT}. */
  public List<SessionView> sessions() {
    return sessions.living(actors.userId(), actors.current().sessionId());
  }

  /**
   * Ends one of one's sessions.
   *
   * @throws NotFound if one has no such living session
   */
  public void revoke(long sessionId) {
    if (!sessions.endOne(actors.userId(), sessionId, "revoked_by_owner")) {
      throw new NotFound("session", sessionId);
    }
    audit.record("session.revoked", "user_session", sessionId, null, null);
  }

  /** One's account. */
  public AccountView me() {
    return accounts
        .view(actors.userId())
        .orElseThrow(() -> new NotFound("account", actors.userId()));
  }

  /**
   * Changes one's profile.
   *
   * @param version the version that was read
   * @throws uz.gogomarket.platform.StaleVersion if it was changed since
   */
  public AccountView update(UpdateProfile changes, int version) {
    profiles.update(actors.userId(), changes, version);
    return me();
  }

  /**
   * Replaces one's password and ends one's other sessions.
   *
   * @throws InvalidCredentials if the current password is another
   * @throws TooManyLogins if it was guessed too often
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void changePassword(ChangePassword command) {
    long userId = actors.userId();
    String email = steps.emailOfLiveSession();
    gate.check(email, command.currentPassword());
    String wanted = PasswordPolicy.normalized(command.newPassword());
    PasswordPolicy.objection("newPassword", wanted, email)
        .ifPresent(
            objection -> {
              throw new InvalidInput(List.of(objection));
            });
    String hash = hasher.hash(wanted);
    Retries.run(() -> steps.changePassword(userId, hash, actors.current().sessionId()));
  }

  /** The roles that one has or has asked for. */
  public List<RoleRequestView> roles() {
    return profiles.roles(actors.userId());
  }

  /**
   * Asks to become a seller, courier, wholesaler or influencer; an admin decides.
   *
   * @param note who one is, for the admin
   * @throws InvalidInput if the role cannot be asked for
   * @throws uz.gogomarket.platform.Conflict {@code role_held} or {@code role_requested}
   */
  @FreshSession
  @Elevated
  public RoleRequestView requestRole(UserRole role, @Nullable String note) {
    if (!role.canBeRequested()) {
      throw InvalidInput.of("role", "one_of", "seller, courier, wholesaler, influencer");
    }
    return profiles.requestRole(actors.userId(), role, note);
  }

  private static RegisterAccount checked(RegisterAccount command) {
    List<Violation> violations = new ArrayList<>();
    String email = PasswordGate.normalized(command.email());
    if (!EMAIL.matcher(email).matches() || email.equals(FirstAdmin.EMAIL)) {
      violations.add(Violation.of("email", "not_email"));
    }
    String password = PasswordPolicy.normalized(command.password());
    PasswordPolicy.objection("password", password, email, command.firstName(), command.lastName())
        .ifPresent(violations::add);
    String written = command.phone() == null ? "" : command.phone().strip();
    String phone = written.isEmpty() ? null : PhoneNumbers.e164(written).orElse(null);
    if (!written.isEmpty() && phone == null) {
      violations.add(Violation.of("phone", "not_phone"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new RegisterAccount(
        email,
        password,
        command.firstName().strip(),
        command.lastName().strip(),
        phone,
        command.locale());
  }

  private static Unauthenticated unknownRefreshToken() {
    return new Unauthenticated(
        "invalid_refresh_token", "This refresh token is not valid. Log in again.");
  }

  /** Removes sessions that ended long ago; returns how many. */
  @Internal
  public int forgetEndedSessions() {
    return sessions.forgetEnded();
  }
}
