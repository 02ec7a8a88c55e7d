package uz.gogomarket.platform;

import java.util.Set;

/** What admins may be allowed to do; each is also a group in the tasklist. */
public final class Permissions {

  public static final String USERS_MANAGE = "users.manage";
  public static final String VERIFICATION_DECIDE = "verification.decide";
  public static final String CATALOG_MANAGE = "catalog.manage";
  public static final String ORDERS_MANAGE = "orders.manage";
  public static final String DELIVERY_ASSIGN = "delivery.assign";
  public static final String ACCOUNTING_RECORD = "accounting.record";
  public static final String ACCOUNTING_READ = "accounting.read";
  public static final String DISPUTES_DECIDE = "disputes.decide";
  public static final String SETTINGS_MANAGE = "settings.manage";
  public static final String AUDIT_READ = "audit.read";
  public static final String PARTNERS_MANAGE = "partners.manage";
  public static final String SHIPPING_MANAGE = "shipping.manage";
  public static final String COMMISSIONS_MANAGE = "commissions.manage";
  public static final String EVENTS_MANAGE = "events.manage";

  public static final Set<String> ALL =
      Set.of(
          USERS_MANAGE,
          VERIFICATION_DECIDE,
          CATALOG_MANAGE,
          ORDERS_MANAGE,
          DELIVERY_ASSIGN,
          ACCOUNTING_RECORD,
          ACCOUNTING_READ,
          DISPUTES_DECIDE,
          SETTINGS_MANAGE,
          AUDIT_READ,
          PARTNERS_MANAGE,
          SHIPPING_MANAGE,
          COMMISSIONS_MANAGE,
          EVENTS_MANAGE);

  private Permissions() {}
}
