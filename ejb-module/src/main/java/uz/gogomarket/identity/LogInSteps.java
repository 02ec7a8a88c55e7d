package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/**
 * The transactions of registering, logging in and refreshing. They are apart from {@link
 * IdentityService} because bcrypt lies between them, which takes a quarter of a second and must not
 * hold a connection.
 */
@Stateless
@Internal
public class LogInSteps {

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Actors actors;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject LiveSessions liveSessions;
  @Inject AccessTokens accessTokens;
  @Inject Audit audit;
  @Inject Event<AccountRegistered> registered;
  @Inject Event<LoggedIn> loggedIn;

  /**
   * What came of a refresh; a refusal is told by a value, since what it changed has to be
   * committed.
   */
  public enum Outcome {
    RENEWED,
    UNKNOWN,
    ENDED,
    REUSED,
    SUSPENDED
  }

  /** The outcome of a refresh with the new tokens, if there are any. */
  public record Renewal(Outcome outcome, @Nullable TokenPair tokens) {}

  /** Credentials by e-mail address, for who {@link Accounts#mayLogInAs may log in} with it. */
  public Optional<Accounts.Credentials> credentials(String email) {
    return accounts.credentials(email);
  }

  /**
   * The e-mail address of who is acting.
   *
   * @throws SessionEnded if the session was ended
   */
  public String emailOfLiveSession() {
    liveSessions.requireLive(actors.current());
    return accounts.view(actors.userId()).orElseThrow(SessionEnded::new).email();
  }

  /** Whether somebody with this e-mail address logged in from there before. */
  public boolean usedFrom(String email, String ip) {
    return accounts.idOf(email).map(userId -> sessions.usedFrom(userId, ip)).orElse(false);
  }

  /**
   * Asked before the costly hash; {@link #create} asks again.
   *
   * @throws EmailTaken if another account has the address
   */
  public void requireFree(String email) {
    if (accounts.idOf(email).isPresent()) {
      throw new EmailTaken();
    }
  }

  /**
   * @throws EmailTaken if another account has the address
   */
  public AccountView create(RegisterAccount account, String passwordHash) {
    long userId =
        sql.first(
                "insert into users (email, phone, password_hash, first_name, last_name, locale)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict (email) do nothing returning id",
                row -> row.longValue("id"),
                account.email(),
                account.phone(),
                passwordHash,
                account.firstName(),
                account.lastName(),
                account.locale() == null ? Language.UZ : account.locale())
            .orElseThrow(EmailTaken::new);
    sql.update(
        "insert into user_roles (user_id, role, verified_at) values (?, ?, ?)",
        userId,
        UserRole.BUYER,
        clock.instant());
    return actors.runAs(
        onBehalfOf(userId, null, null),
        () -> {
          audit.record("account.registered", "user", userId, null, null);
          registered.fire(new AccountRegistered(userId));
          return accounts.view(userId).orElseThrow();
        });
  }

  /** Opens a session for somebody whose password was right. */
  public TokenPair open(long userId, @Nullable Long guestId, @Nullable String newPasswordHash) {
    String sid = RandomTokens.ofBits(128);
    return actors.runAs(
        onBehalfOf(userId, guestId, sid),
        () -> {
          noteLogIn(userId, newPasswordHash);
          RefreshToken refreshToken = sessions.open(userId, sid);
          if (guestId != null) {
            sql.update("update guest_sessions set user_id = ? where id = ?", userId, guestId);
          }
          loggedIn.fire(new LoggedIn(userId, guestId));
          return tokens(userId, sid, refreshToken);
        });
  }

  /** Opens a session of the tasklist for a member of staff whose password was right. */
  public String openTasklist(long userId, @Nullable String newPasswordHash) {
    String sid = RandomTokens.ofBits(128);
    return actors.runAs(
        onBehalfOf(userId, null, sid),
        () -> {
          noteLogIn(userId, newPasswordHash);
          return sessions.openTasklist(userId, sid);
        });
  }

  private void noteLogIn(long userId, @Nullable String newPasswordHash) {
    sql.update("update users set last_login_at = ? where id = ?", clock.instant(), userId);
    if (newPasswordHash != null) {
      storePassword(userId, newPasswordHash);
    }
  }

  /** Trades a refresh token for the next one; ends the session if it was traded before. */
  public Renewal renew(RefreshToken presented) {
    RefreshToken next = presented.next();
    Optional<Sessions.Found> renewed = sessions.replace(presented, next);
    if (renewed.isPresent()) {
      Sessions.Found session = renewed.get();
      return accounts.isActive(session.userId())
          ? new Renewal(Outcome.RENEWED, tokens(session.userId(), session.sid(), next))
          : new Renewal(Outcome.SUSPENDED, null);
    }
    Optional<Sessions.Found> family = sessions.ofFamily(presented);
    if (family.isEmpty()) {
      return new Renewal(Outcome.UNKNOWN, null);
    }
    Sessions.Found session = family.get();
    if (!session.alive()) {
      return new Renewal(Outcome.ENDED, null);
    }
    sessions.endOne(session.userId(), session.id(), "refresh_token_reused");
    audit.record("session.refresh_token_reused", "user_session", session.id(), null, null);
    return new Renewal(Outcome.REUSED, null);
  }

  /** Stores a new password and ends all sessions but the one that asked. */
  public void changePassword(long userId, String passwordHash, @Nullable String keptSid) {
    storePassword(userId, passwordHash);
    sessions.endOthers(userId, keptSid == null ? "" : keptSid, "password_changed");
    audit.record("account.password_changed", "user", userId, null, null);
  }

  private void storePassword(long userId, String passwordHash) {
    actors.runAs(
        actors.current().with(Accounts.mayChangePasswordOf(userId)),
        () -> {
          accounts.changePassword(userId, passwordHash);
          return true;
        });
  }

  private TokenPair tokens(long userId, String sid, RefreshToken refreshToken) {
    return new TokenPair(
        accessTokens.issue(userId, sid, accounts.grants(userId).all()),
        "Bearer",
        AccessTokens.LIFETIME.toSeconds(),
        refreshToken.text(),
        Sessions.LIFETIME.toSeconds());
  }

  /**
   * The user, for the rest of this transaction allowed to touch what opening an account or a
   * session touches.
   */
  private static Actor onBehalfOf(long userId, @Nullable Long guestId, @Nullable String sid) {
    return new Actor(Actor.Kind.USER, userId, guestId, "user:" + userId, Set.of(Actor.SYSTEM), sid);
  }
}
