package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import uz.gogomarket.platform.Sql;

/** Whether an account may act at present, for those that let others act in its name. */
@ApplicationScoped
public class AccountStandings {

  @Inject Sql sql;

  private record Standing(UserStatus status, Set<String> roles) {}

  /**
   * The verified roles of an account, for use cases inside a transaction; for the account itself,
   * its keys and the system.
   *
   * @throws AccountSuspended unless the account is active
   */
  public Set<String> rolesOfActive(long userId) {
    return sql.first(
            "select u.status, array(select r.role::text from user_roles r"
                + " where r.user_id = u.id and r.verified_at is not null) as roles"
                + " from users u where u.id = ? and u.deleted_at is null",
            row ->
                new Standing(
                    row.enumValue("status", UserStatus.class), Set.copyOf(row.strings("roles"))),
            userId)
        .filter(standing -> standing.status() == UserStatus.ACTIVE)
        .orElseThrow(AccountSuspended::new)
        .roles();
  }
}
