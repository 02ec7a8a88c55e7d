package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.RegisterAccount;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;

/** Makes accounts for tests, each test its own. */
@ApplicationScoped
public class Accounts {

  /** May do all that a super admin may; "system" alone gives no role. */
  public static final Actor GIVES_ROLES =
      Permissions.ALL.stream().reduce(Actor.system("test"), Actor::with, (one, other) -> one);

  @Inject IdentityService identity;
  @Inject Actors actors;
  @Inject Sql sql;

  public long newUser() {
    String email = "t" + UUID.randomUUID() + "@example.uz";
    return identity
        .register(new RegisterAccount(email, "a good long password", "Test", "User", null, null))
        .id();
  }

  /** A user with a verified role besides buyer. */
  @Transactional
  public long newUser(String role) {
    long id = newUser();
    actors.runAs(
        GIVES_ROLES,
        () ->
            sql.update(
                "insert into user_roles (user_id, role, verified_at) values (?, ?, now())",
                id,
                role));
    return id;
  }

  /** An admin who may do this and nothing else. */
  @Transactional
  public long newAdmin(String... permissions) {
    long id = newUser();
    makeAdmin(id, permissions);
    return id;
  }

  @Transactional
  public void makeAdmin(long userId, String... permissions) {
    actors.runAs(
        GIVES_ROLES,
        () ->
            sql.update(
                "insert into admin_roles (user_id, role_type, permissions)"
                    + " values (?, 'technical_access', to_jsonb(cast(? as text[])))",
                userId,
                List.of(permissions)));
  }

  /** As who manages users does; "system" alone may not. */
  @Transactional
  public void suspend(long userId) {
    actors.runAs(
        GIVES_ROLES,
        () -> sql.update("update users set status = 'suspended' where id = ?", userId));
  }

  /** Without a session, so that none has to be alive. */
  public <T> T withoutSession(long userId, Set<String> grants, Supplier<T> work) {
    return actors.runAs(
        new Actor(Actor.Kind.USER, userId, null, "user:" + userId, grants, null), work);
  }

  public <T> T as(long userId, Set<String> grants, Supplier<T> work) {
    return actors.runAs(Actor.user(userId, grants, "test"), work);
  }
}
