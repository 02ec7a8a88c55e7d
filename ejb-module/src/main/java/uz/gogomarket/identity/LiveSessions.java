package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.SessionCheck;
import uz.gogomarket.platform.Sql;

/**
 * Refuses, wherever money or stock moves, a session that was ended and an account that may not be
 * used.
 */
@ApplicationScoped
class LiveSessions implements SessionCheck {

  @Inject Sql sql;
  @Inject Clock clock;

  private record State(boolean live, UserStatus status) {}

  @Override
  public boolean knows(Actor.Kind kind) {
    return kind == Actor.Kind.USER;
  }

  @Override
  public void requireLive(Actor actor) {
    Optional<State> state =
        sql.first(
            "select s.revoked_at is null and s.expires_at > ? as live, u.status"
                + " from user_sessions s join users u on u.id = s.user_id where s.token = ?",
            row -> new State(row.bool("live"), row.enumValue("status", UserStatus.class)),
            clock.instant(),
            actor.sessionId());
    if (state.isPresent() && state.get().status() != UserStatus.ACTIVE) {
      throw new AccountSuspended();
    }
    if (state.isEmpty() || !state.get().live()) {
      throw new SessionEnded();
    }
  }
}
