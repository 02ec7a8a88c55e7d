package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Sql;

/**
 * Admins decide who may sell, deliver, sell wholesale or sell live. Nobody decides about
 * themselves.
 */
@Stateless
@Allow(Permissions.VERIFICATION_DECIDE)
public class VerificationService {

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Actors actors;
  @Inject AccountRights rights;
  @Inject Audit audit;
  @Inject Event<RoleVerified> verified;
  @Inject Event<RoleWithdrawn> withdrawn;

  /**
   * The requests that wait, the oldest first.
   *
   * @param role only requests for this role
   */
  public Page<WaitingRole> waiting(@Nullable UserRole role, PageRequest request) {
    Query query =
        Query.of(
                """
                select r.*, u.email, u.phone, u.first_name, u.last_name,
                  u.created_at as registered_at
                from user_roles r join users u on u.id = r.user_id
                """)
            .where("r.verified_at is null and r.rejected_at is null and u.deleted_at is null")
            .whereGiven("r.role = ?", role);
    request
        .after()
        .ifPresent(
            last ->
                query.where(
                    "(r.requested_at, r.user_id, r.role) > (?, ?, ?)",
                    last.instantAt(0),
                    last.longAt(1),
                    last.enumAt(2, UserRole.class)));
    query.then(" order by r.requested_at, r.user_id, r.role limit ?", request.fetchSize());
    List<WaitingRole> rows =
        sql.list(
            query,
            row ->
                new WaitingRole(
                    row.longValue("user_id"),
                    row.enumValue("role", UserRole.class),
                    row.string("email"),
                    row.stringOrNull("phone"),
                    row.string("first_name"),
                    row.string("last_name"),
                    row.instant("registered_at"),
                    row.stringOrNull("note"),
                    row.instant("requested_at")));
    return Page.of(
        rows,
        request,
        last -> Cursor.of(last.requestedAt(), last.userId(), EnumConverter.label(last.role())));
  }

  /**
   * Lets the account act in the role.
   *
   * @throws NotFound if there is no such request
   * @throws Conflict {@code request_decided}
   */
  @FreshSession
  public void approve(long userId, UserRole role) {
    decide(userId, role, true, null);
    rights.added(userId);
    verified.fire(new RoleVerified(userId, role));
  }

  /**
   * Turns the request down; it can be made again.
   *
   * @param reason read by the account's owner
   * @throws NotFound if there is no such request
   * @throws Conflict {@code request_decided}
   */
  @FreshSession
  public void reject(long userId, UserRole role, String reason) {
    decide(userId, role, false, reason);
  }

  /**
   * Takes a role away that was granted; it can be asked for again. The account has to log in anew.
   *
   * @param reason read by the account's owner
   * @throws NotFound if the account does not have the role
   */
  @FreshSession
  public void withdraw(long userId, UserRole role, String reason) {
    if (userId == actors.userId()) {
      throw new AccessDenied();
    }
    RoleRequestView before = requested(userId, role);
    int changed =
        sql.update(
            "update user_roles set verified_at = null, rejected_at = ?, verified_by = ?,"
                + " decision_note = ? where user_id = ? and role = ? and role <> 'buyer'"
                + " and verified_at is not null",
            clock.instant(),
            actors.userId(),
            reason,
            userId,
            role);
    if (changed == 0) {
      throw new NotFound("role of account", userId);
    }
    rights.taken(userId);
    audit.record("role.withdrawn", "user", userId, before, new Decision(role, reason));
    withdrawn.fire(new RoleWithdrawn(userId, role));
  }

  private void decide(long userId, UserRole role, boolean approved, @Nullable String reason) {
    if (userId == actors.userId()) {
      throw new AccessDenied();
    }
    RoleRequestView before = requested(userId, role);
    int decided =
        sql.update(
            "update user_roles set "
                + (approved ? "verified_at" : "rejected_at")
                + " = ?, verified_by = ?, decision_note = ?"
                + " where user_id = ? and role = ? and verified_at is null and rejected_at is null",
            clock.instant(),
            actors.userId(),
            reason,
            userId,
            role);
    if (decided == 0) {
      throw new Conflict("request_decided", "Somebody has decided about this request already.");
    }
    audit.record(
        approved ? "role.verified" : "role.rejected",
        "user",
        userId,
        before,
        new Decision(role, reason));
  }

  /** What is about to be changed; who comes second waits here and reads what the first one left. */
  private RoleRequestView requested(long userId, UserRole role) {
    return sql.first(
            "select * from user_roles where user_id = ? and role = ? for no key update",
            Profiles::roleRequest,
            userId,
            role)
        .orElseThrow(() -> new NotFound("request of account", userId));
  }

  private record Decision(UserRole role, @Nullable String reason) {}

  /** Whether an active account may act in a role: for those who give it work. */
  @Internal
  @Elevated
  public boolean isVerified(long userId, UserRole role) {
    return sql.one(
        "select exists (select from user_roles r join users u on u.id = r.user_id"
            + " where r.user_id = ? and r.role = ? and r.verified_at is not null"
            + " and u.status = 'active' and u.deleted_at is null) as verified",
        row -> row.bool("verified"),
        userId,
        role);
  }
}
