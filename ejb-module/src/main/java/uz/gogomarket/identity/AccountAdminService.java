package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Sql;

/**
 * Admins look after accounts. Nobody changes an account that may do more than they may themselves,
 * nor their own, and the last super admin stays.
 */
@Stateless
@Allow(Permissions.USERS_MANAGE)
public class AccountAdminService {

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Accounts accounts;
  @Inject AdminRoles adminRoles;
  @Inject Profiles profiles;
  @Inject Sessions sessions;
  @Inject Audit audit;

  /** Accounts, the newest first. */
  public Page<UserSummary> search(UserFilter filter, PageRequest request) {
    String text = filter.text() == null ? "" : filter.text().strip();
    Query query =
        Query.of(
                """
                select id, email, phone, first_name, last_name, role, status, last_login_at,
                  created_at
                from users
                """)
            .where("deleted_at is null")
            .whereIf(
                !text.isEmpty(),
                """
                email || ' ' || first_name || ' ' || last_name || ' ' || coalesce(phone, '')
                  ilike ?
                """,
                "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .whereGiven(
                """
                id in (select user_id from user_roles where role = ? and verified_at is not null)
                """,
                filter.role())
            .whereGiven("status = ?", filter.status())
            .newestFirst("id", request);
    List<UserSummary> rows =
        sql.list(
            query,
            row ->
                new UserSummary(
                    row.longValue("id"),
                    row.string("email"),
                    row.stringOrNull("phone"),
                    row.string("first_name"),
                    row.string("last_name"),
                    row.enumValue("role", UserRole.class),
                    row.enumValue("status", UserStatus.class),
                    row.instantOrNull("last_login_at"),
                    row.instant("created_at")));
    return Page.of(rows, request, last -> Cursor.of(last.id()));
  }

  /**
   * @throws NotFound if there is no such account
   */
  public UserDetail get(long userId) {
    AccountView account = accounts.view(userId).orElseThrow(() -> new NotFound("account", userId));
    return new UserDetail(account, profiles.roles(userId), adminRoles.of(userId));
  }

  /**
   * Suspends an active account and ends its sessions.
   *
   * @throws Conflict {@code account_not_active} or {@code last_super_admin}
   */
  @FreshSession
  public UserDetail suspend(long userId, String reason) {
    adminRoles.lock();
    AccountView before = requireMayChange(userId);
    adminRoles.requireAnotherSuperAdmin(userId, null);
    changeStatus(before, UserStatus.ACTIVE, UserStatus.SUSPENDED, reason);
    sessions.endForSuspension(userId);
    return get(userId);
  }

  /**
   * Lets a suspended account be used again; its owner has to log in anew.
   *
   * @throws Conflict {@code account_not_suspended}
   */
  @FreshSession
  public UserDetail reactivate(long userId, String reason) {
    AccountView before = requireMayChange(userId);
    changeStatus(before, UserStatus.SUSPENDED, UserStatus.ACTIVE, reason);
    return get(userId);
  }

  /** The living sessions of an account; at most {@value Sessions#MAX_PER_ACCOUNT}. */
  public List<SessionView> sessions(long userId) {
    get(userId);
    return sessions.living(userId, actors.current().sessionId());
  }

  /** Ends all sessions of an account. */
  @FreshSession
  public void endSessions(long userId) {
    requireMayChange(userId);
    int ended = sessions.endAll(userId, "ended_by_admin");
    audit.record("account.sessions_ended", "user", userId, null, Map.of("ended", ended));
  }

  /**
   * Makes an account an admin, or changes the admin role of this type that it has. It has to log in
   * anew.
   *
   * @throws AccessDenied if it would hand out a permission that one does not hold
   * @throws Conflict {@code last_super_admin} if it would set an end to the last one for good
   */
  @FreshSession
  public UserDetail grant(long userId, GrantAdminRole role) {
    adminRoles.lock();
    requireMayChange(userId);
    adminRoles.grant(userId, role);
    sessions.endAll(userId, "rights_changed");
    return get(userId);
  }

  /**
   * Takes an admin role away. The account has to log in anew.
   *
   * @throws NotFound if the account does not hold it
   * @throws Conflict {@code last_super_admin}
   */
  @FreshSession
  public void revoke(long userId, long adminRoleId) {
    adminRoles.lock();
    requireMayChange(userId);
    adminRoles.requireAnotherSuperAdmin(userId, adminRoleId);
    adminRoles.revoke(userId, adminRoleId);
    sessions.endAll(userId, "rights_changed");
  }

  private AccountView requireMayChange(long userId) {
    AccountView account = accounts.view(userId).orElseThrow(() -> new NotFound("account", userId));
    if (userId == actors.userId() || !account.permissions().stream().allMatch(actors::has)) {
      throw new AccessDenied();
    }
    return account;
  }

  private void changeStatus(AccountView before, UserStatus from, UserStatus to, String reason) {
    int changed =
        sql.update(
            "update users set status = ?, version = version + 1 where id = ? and status = ?",
            to,
            before.id(),
            from);
    if (changed == 0) {
      throw new Conflict(
          to == UserStatus.ACTIVE ? "account_not_suspended" : "account_not_active",
          "The account is " + EnumConverter.label(before.status()) + ".");
    }
    audit.record(
        to == UserStatus.ACTIVE ? "account.reactivated" : "account.suspended",
        "user",
        before.id(),
        Map.of("status", EnumConverter.label(before.status())),
        Map.of("status", EnumConverter.label(to), "reason", reason));
  }
}
