package uz.gogomarket.partners;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uz.gogomarket.platform.Roles;

/** What an API key may be allowed to do. A scope is good only while the owner has its role. */
public final class Scopes {

  public static final String CATALOG_READ = "catalog.read";
  public static final String CATALOG_WRITE = "catalog.write";
  public static final String ORDERS_READ = "orders.read";
  public static final String ORDERS_WRITE = "orders.write";

  private static final Map<String, String> ROLES =
      Map.of(
          CATALOG_READ, Roles.SELLER,
          CATALOG_WRITE, Roles.SELLER,
          ORDERS_READ, Roles.SELLER,
          ORDERS_WRITE, Roles.SELLER);

  private Scopes() {}

  /** Every scope there is, sorted. */
  public static Set<String> all() {
    return new TreeSet<>(ROLES.keySet());
  }

  /** Those of the scopes that an owner with these roles can lend to a key. */
  static Set<String> within(Set<String> scopes, Set<String> roles) {
    Set<String> good = new TreeSet<>(scopes);
    good.removeIf(scope -> !roles.contains(ROLES.getOrDefault(scope, "")));
    return good;
  }
}
