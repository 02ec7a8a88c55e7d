package uz.gogomarket.identity;

import java.util.Set;
import uz.gogomarket.platform.Permissions;

/** The kinds of admin, each with what it may do; a grant can add single permissions to them. */
public enum AdminRoleType {
  SUPER_ADMIN(Permissions.ALL),
  ROLE_MANAGER(Set.of(Permissions.USERS_MANAGE, Permissions.VERIFICATION_DECIDE)),
  ACCOUNTING(
      Set.of(
          Permissions.ACCOUNTING_RECORD,
          Permissions.ACCOUNTING_READ,
          Permissions.COMMISSIONS_MANAGE)),
  TECHNICAL_ACCESS(
      Set.of(Permissions.SETTINGS_MANAGE, Permissions.AUDIT_READ, Permissions.EVENTS_MANAGE));

  private final Set<String> permissions;

  AdminRoleType(Set<String> permissions) {
    this.permissions = permissions;
  }

  /** What this kind may do without anything added. */
  public Set<String> permissions() {
    return permissions;
  }
}
