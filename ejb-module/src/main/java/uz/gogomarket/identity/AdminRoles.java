package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.RowMapper;
import uz.gogomarket.platform.Sql;

/**
 * The rows of admin roles. Changes come one after the other, so that two admins cannot remove each
 * other.
 */
@ApplicationScoped
class AdminRoles {

  private static final RowMapper<AdminRoleView> VIEW =
      row ->
          new AdminRoleView(
              row.longValue("id"),
              row.enumValue("role_type", AdminRoleType.class),
              Arrays.asList(row.json("permissions", String[].class)),
              row.longOrNull("granted_by"),
              row.instant("granted_at"),
              row.instantOrNull("expires_at"));

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Json json;
  @Inject Accounts accounts;

  /** Until the transaction ends nobody else changes who is an admin. */
  void lock() {
    sql.lockName("identity.admin-roles");
  }

  List<AdminRoleView> of(long userId) {
    return sql.list("select * from admin_roles where user_id = ? order by id", VIEW, userId);
  }

  void grant(long userId, GrantAdminRole role) {
    List<String> added = Objects.requireNonNullElse(role.permissions(), List.of());
    if (!Permissions.ALL.containsAll(added)) {
      throw InvalidInput.of("permissions", "some_of", String.join(", ", sorted()));
    }
    Set<String> all = new HashSet<>(role.type().permissions());
    all.addAll(added);
    if (!all.stream().allMatch(actors::has)) {
      throw new AccessDenied();
    }
    AdminRoleView held =
        of(userId).stream().filter(each -> each.type() == role.type()).findFirst().orElse(null);
    if (held != null && endsForGood(held, role)) {
      requireAnotherSuperAdmin(userId, null);
    }
    AdminRoleView made =
        sql.one(
            "insert into admin_roles as a (user_id, role_type, permissions, granted_by, granted_at,"
                + " expires_at) values (?, ?, ?::jsonb, ?, ?, ?) on conflict (user_id, role_type)"
                + " do update set permissions = excluded.permissions, granted_by ="
                + " excluded.granted_by, granted_at = excluded.granted_at, expires_at ="
                + " excluded.expires_at returning a.*",
            VIEW,
            userId,
            role.type(),
            json.write(added),
            actors.current().userId(),
            clock.instant(),
            role.expiresAt());
    accounts.settleMainRole(userId);
    audit.record("admin_role.granted", "user", userId, held, made);
  }

  /** Whether a super admin for good is to be one for a while only. */
  private static boolean endsForGood(AdminRoleView held, GrantAdminRole instead) {
    return held.type() == AdminRoleType.SUPER_ADMIN
        && held.expiresAt() == null
        && instead.expiresAt() != null;
  }

  void revoke(long userId, long adminRoleId) {
    AdminRoleView taken =
        sql.first(
                "delete from admin_roles where id = ? and user_id = ? returning *",
                VIEW,
                adminRoleId,
                userId)
            .orElseThrow(() -> new NotFound("admin role", adminRoleId));
    accounts.settleMainRole(userId);
    audit.record("admin_role.revoked", "user", userId, taken, null);
  }

  /**
   * Refuses what would leave nobody who may do everything.
   *
   * @param adminRoleId the role that is to go; null where the whole account is
   * @throws Conflict {@code last_super_admin}
   */
  void requireAnotherSuperAdmin(long userId, @Nullable Long adminRoleId) {
    boolean concerned =
        of(userId).stream()
            .filter(role -> adminRoleId == null || role.id() == adminRoleId)
            .anyMatch(role -> role.type() == AdminRoleType.SUPER_ADMIN);
    if (concerned && !superAdminBesides(userId)) {
      throw new Conflict("last_super_admin", "The marketplace needs one super admin at least.");
    }
  }

  boolean superAdminBesides(long userId) {
    return sql.one(
        "select exists (select 1 from admin_roles a join users u on u.id = a.user_id"
            + " where a.role_type = 'super_admin' and a.user_id <> ? and u.status = 'active'"
            + " and u.deleted_at is null and a.expires_at is null) as there",
        row -> row.bool("there"),
        userId);
  }

  private static List<String> sorted() {
    return Permissions.ALL.stream().sorted().toList();
  }
}
