package uz.gogomarket.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import uz.gogomarket.platform.Actors;

/** Asks {@link EngineUsers} as the engine's own system actor, whoever acts at the moment. */
@ApplicationScoped
class EngineStaff {

  @Inject Actors actors;
  @Inject EngineUsers users;

  Optional<EngineUser> find(String login) {
    return actors.runAsSystem(EngineActors.SYSTEM_NAME, () -> users.find(login));
  }

  Optional<EngineUser> find(long userId) {
    return actors.runAsSystem(EngineActors.SYSTEM_NAME, () -> users.find(userId));
  }

  List<EngineUser> all() {
    return actors.runAsSystem(EngineActors.SYSTEM_NAME, () -> users.staff());
  }

  boolean passwordMatches(String login, String password) {
    return actors.runAsSystem(
        EngineActors.SYSTEM_NAME, () -> users.passwordMatches(login, password));
  }
}
