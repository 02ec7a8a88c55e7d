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
      " array(select r.role::text from user_roles r where r.user_id = u.id and r.verified_at is not"
          + " null) as roles, array(select a.role_type::text from admin_roles a where a.user_id ="
          + " u.id   and (a.expires_at is null or a.expires_at > now())) as admin_roles,"
          + " array(select p.permission from admin_roles a,"
          + " jsonb_array_elements_text(a.permissions) as p(permission)   where a.user_id = u.id"
          + " and (a.expires_at is null or a.expires_at > now())) as permissions";

  @Inject Sql sql;

  /** What a log-in needs to know. */
  record Credentials(long userId, String passwordHash, UserStatus status) {}

  /** What {@link #credentials} asks of who is acting; the database does not tell otherwise. */
  static String mayLogInAs(String email) {
    return "log-in:" + RandomTokens.fingerprint(email);
  }

  /** What {@link #changePassword} asks of who is acting. */
  static String mayChangePasswordOf(long userId) {
    return "change-password:" + userId;
  }

  Optional<Credentials> credentials(String email) {
    return sql.first(
        "select id, password_hash, status from password_to_check(?)",
        row ->
            new Credentials(
                row.longValue("id"),
                row.string("password_hash"),
                row.enumValue("status", UserStatus.class)),
        email);
  }

  void changePassword(long userId, String passwordHash) {
    sql.call("select change_password(?, ?)", userId, passwordHash);
  }

  Optional<Long> idOf(String email) {
    return sql.first(
        "select id from users where email = ? and deleted_at is null",
        row -> row.longValue("id"),
        email);
  }

  boolean isActive(long userId) {
    return sql.one(
        "select exists (select from users where id = ? and status = 'active' and deleted_at is"
            + " null) as active",
        row -> row.bool("active"),
        userId);
  }

  /**
   * Works out anew which of its roles is an account's main one, after any of them changed: admin,
   * else what it was verified as first, else buyer.
   */
  void settleMainRole(long userId) {
    sql.update(
        "update users u set version = version + 1, role = case"
            + " when exists (select from admin_roles a where a.user_id = u.id"
            + "   and (a.expires_at is null or a.expires_at > now())) then 'admin'"
            + " else coalesce((select r.role from user_roles r where r.user_id = u.id"
            + "   and r.verified_at is not null and r.role not in ('buyer', 'admin')"
            + "   order by r.verified_at, r.role limit 1), 'buyer') end where u.id = ?",
        userId);
  }

  Grants grants(long userId) {
    return sql.first("select" + GRANTS + " from users u where u.id = ?", Accounts::grants, userId)
        .orElse(new Grants(List.of(), List.of()));
  }

  Optional<AccountView> view(long userId) {
    return sql.first(
        "select u.id, u.uuid::text as uuid_text, u.email, u.phone, u.first_name, u.last_name,"
            + " u.avatar_url, u.role, u.status, u.locale, u.email_verified, u.phone_verified,"
            + " u.created_at, u.version, c.date_of_birth, c.gender,"
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
