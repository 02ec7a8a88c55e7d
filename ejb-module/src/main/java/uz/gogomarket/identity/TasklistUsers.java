package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.workflow.EngineUser;
import uz.gogomarket.workflow.EngineUsers;

/** Our admins as the tasklist's users: those whose account is active and admin role not expired. */
@Stateless
@Internal
public class TasklistUsers implements EngineUsers {

  private static final int MOST = 1_000;

  private static final String STAFF =
      "select u.id, u.email, u.first_name, u.last_name,"
          + " array_agg(distinct a.role_type::text) as admin_roles,"
          + " array(select distinct p.permission from admin_roles b,"
          + "   jsonb_array_elements_text(b.permissions) as p(permission)"
          + "   where b.user_id = u.id and (b.expires_at is null or b.expires_at > now()))"
          + "   as permissions"
          + " from users u join admin_roles a on a.user_id = u.id"
          + "   and (a.expires_at is null or a.expires_at > now())"
          + " where u.status = 'active' and u.deleted_at is null";

  private static final String GROUPED = " group by u.id order by u.email limit " + MOST;

  @Inject Sql sql;
  @Inject PasswordGate gate;

  @Override
  public Optional<EngineUser> find(String login) {
    return sql.first(
        STAFF + " and u.email = ?" + GROUPED, TasklistUsers::user, PasswordGate.normalized(login));
  }

  @Override
  public Optional<EngineUser> find(long userId) {
    return sql.first(STAFF + " and u.id = ?" + GROUPED, TasklistUsers::user, userId);
  }

  @Override
  public List<EngineUser> staff() {
    return sql.list(STAFF + GROUPED, TasklistUsers::user);
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean passwordMatches(String login, String password) {
    try {
      return gate.check(login, password).status() == UserStatus.ACTIVE;
    } catch (InvalidCredentials | TooManyLogins refused) {
      return false;
    }
  }

  private static EngineUser user(Row row) throws SQLException {
    Collection<AdminRoleType> roles =
        row.strings("admin_roles").stream()
            .map(label -> EnumConverter.parse(AdminRoleType.class, label))
            .toList();
    Set<String> groups =
        new HashSet<>(Grants.of(List.of(), roles, row.strings("permissions")).permissions());
    if (roles.contains(AdminRoleType.SUPER_ADMIN)) {
      groups.add(EngineUser.SUPER_ADMINS);
    }
    return new EngineUser(
        row.longValue("id"),
        row.string("email"),
        row.string("first_name"),
        row.string("last_name"),
        groups);
  }
}
