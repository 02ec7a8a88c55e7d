package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The queries over accounts and what they may do. Row-level security decides whose can be seen. */
@ApplicationScoped
class Accounts {

  private static final String GRANTS =
      " array(select r.role::text from user_roles r where r.user_id = u.id and r.verified_at is not null) as roles,"
          + " array(select a.role_type::text from admin_roles a where a.user_id = u.id"
          + "   and (a.expires_at is null or a.expires_at > now())) as admin_roles,"
          + " array(select p.permission from admin_roles a, jsonb_array_elements_text(a.permissions) as p(permission)"
          + "   where a.user_id = u.id and (a.expires_at is null or a.expires_at > now())) as permissions";

  @Inject Sql sql;

  /** What a log-in needs to know. */
  record Credentials(long userId, String passwordHash, UserStatus status) {}

  Optional<Credentials> credentials(String email) {
    return sql.first(
        "select id, password_hash, status from users where email = ? and deleted_at is null",
        Accounts::credentials,
        email);
  }

  Optional<Credentials> credentials(long userId) {
    return sql.first(
        "select id, password_hash, status from users where id = ? and deleted_at is null",
        Accounts::credentials,
        userId);
  }

  private static Credentials credentials(Row row) throws SQLException {
    return new Credentials(
        row.longValue("id"),
        row.string("password_hash"),
        row.enumValue("status", UserStatus.class));
  }

  Grants grants(long userId) {
    return sql.first("select" + GRANTS + " from users u where u.id = ?", Accounts::grants, userId)
        .orElse(new Grants(List.of(), List.of()));
  }

  Optional<AccountView> view(long userId) {
    return sql.first(
        "select u.*, u.uuid::text as uuid_text, c.date_of_birth, c.gender,"
            + GRANTS
            + " from users u left join customer_profiles c on c.user_id = u.id"
            + " where u.id = ? and u.deleted_at is null",
        row -> {
          Grants grants = grants(row);
          return new AccountView(
              row.longValue("id"),
              row.string("uuid_text"),
              row.string("email"),
              row.stringOrNull("phone"),
              row.string("first_name"),
              row.string("last_name"),
              row.stringOrNull("avatar_url"),
              row.dateOrNull("date_of_birth"),
              row.stringOrNull("gender"),
              row.enumValue("role", UserRole.class),
              row.enumValue("status", UserStatus.class),
              row.enumValue("locale", Language.class),
              grants.roles(),
              grants.permissions(),
              row.bool("email_verified"),
              row.bool("phone_verified"),
              row.instant("created_at"),
              row.intValue("version"));
        },
        userId);
  }

  private static Grants grants(Row row) throws SQLException {
    return Grants.of(
        row.strings("roles"),
        row.strings("admin_roles").stream()
            .map(label -> EnumConverter.parse(AdminRoleType.class, label))
            .toList(),
        row.strings("permissions"));
  }
}
