package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import uz.gogomarket.identity.AccountStandings;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.SessionCheck;

/** Refuses, wherever money or stock moves, a key that has ended and an owner who may not act. */
@ApplicationScoped
class LiveKeys implements SessionCheck {

  @Inject ApiKeys keys;
  @Inject AccountStandings standings;
  @Inject Clock clock;

  @Override
  public boolean knows(Actor.Kind kind) {
    return kind == Actor.Kind.API_KEY;
  }

  @Override
  public void requireLive(Actor actor) {
    String keyId = actor.sessionId();
    ApiKey key =
        keys.byId(Long.parseLong(keyId == null ? "0" : keyId))
            .filter(each -> each.status(clock.instant()) == KeyStatus.ACTIVE)
            .orElseThrow(KeyRefused::new);
    standings.rolesOfActive(key.ownerId());
  }
}
