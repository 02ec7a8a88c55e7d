package uz.gogomarket.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;

/**
 * What an account may do at this moment: its verified roles and, for admins, the permissions of
 * their admin roles.
 *
 * @param roles sorted
 * @param permissions sorted, known ones only
 */
record Grants(List<String> roles, List<String> permissions) {

  /**
   * @param verifiedRoles labels; {@code admin} counts only where an admin role stands behind it
   * @param adminRoles admin roles that have not expired
   * @param added permissions that were granted besides
   */
  static Grants of(
      Collection<String> verifiedRoles,
      Collection<AdminRoleType> adminRoles,
      Collection<String> added) {
    Set<String> roles = new TreeSet<>(verifiedRoles);
    roles.remove(Roles.ADMIN);
    Set<String> permissions = new TreeSet<>();
    if (!adminRoles.isEmpty()) {
      roles.add(Roles.ADMIN);
      adminRoles.forEach(type -> permissions.addAll(type.permissions()));
      permissions.addAll(added);
      permissions.retainAll(Permissions.ALL);
    }
    return new Grants(List.copyOf(roles), List.copyOf(permissions));
  }

  Set<String> all() {
    Set<String> all = new TreeSet<>(roles);
    all.addAll(permissions);
    return all;
  }
}
