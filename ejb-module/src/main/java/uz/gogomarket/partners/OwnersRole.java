package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Roles;

/**
 * Lends a key its owner's role, for the length of a use case whose scope was checked. The key keeps
 * its own name, so that the audit log tells it from its owner.
 */
@ApplicationScoped
class OwnersRole {

  @Inject Actors actors;

  <T> T asSeller(Supplier<T> work) {
    Actor key = actors.current();
    Set<String> grants = new TreeSet<>(key.grants());
    grants.add(Roles.SELLER);
    return actors.runAs(
        new Actor(key.kind(), key.userId(), null, key.name(), grants, key.sessionId()), work);
  }
}
