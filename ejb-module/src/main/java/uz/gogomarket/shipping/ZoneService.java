package uz.gogomarket.shipping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.StaleVersion;

/** Admins draw zones and set tariffs. Nothing is deleted: orders speak of it. */
@Stateless
@Allow(Permissions.SHIPPING_MANAGE)
public class ZoneService {

  @Inject Zones zones;
  @Inject Audit audit;

  /** Zones in the order they were made. */
  public Page<ZoneView> list(PageRequest request) {
    List<ZoneView> found = zones.page(request.afterId(0), request.fetchSize());
    return Page.of(found, request, zone -> Cursor.of(zone.id()));
  }

  /** One zone with its tariff. */
  public ZoneView get(long id) {
    return zones.zone(id).orElseThrow(() -> new NotFound("delivery zone", id));
  }

  /** A new zone; it delivers as soon as it has a tariff. */
  public ZoneView create(SaveZone zone) {
    ZoneView made = get(zones.insert(zone));
    audit.record("delivery_zone.created", "delivery_zone", made.id(), null, made);
    return made;
  }

  /** Changes a zone that nobody changed since the version was read. */
  public ZoneView update(long id, int version, SaveZone zone) {
    ZoneView before = locked(id);
    if (!zones.update(id, version, zone)) {
      throw new StaleVersion();
    }
    return changed("delivery_zone.changed", before);
  }

  /** Ends deliveries to a zone; it stays for the orders that speak of it. */
  public void close(long id, int version) {
    ZoneView before = locked(id);
    if (!zones.close(id, version)) {
      throw new StaleVersion();
    }
    changed("delivery_zone.closed", before);
  }

  /** Puts a new tariff into force; quotes frozen into orders keep the old one. */
  public ZoneView setTariff(long zoneId, int version, SaveTariff tariff) {
    ZoneView before = locked(zoneId);
    if (before.version() != version) {
      throw new StaleVersion();
    }
    zones.replaceTariff(zoneId, tariff);
    return changed("delivery_tariff.changed", before);
  }

  private ZoneView locked(long id) {
    if (!zones.lock(id)) {
      throw new NotFound("delivery zone", id);
    }
    return get(id);
  }

  private ZoneView changed(String action, ZoneView before) {
    ZoneView after = get(before.id());
    audit.record(action, "delivery_zone", before.id(), before, after);
    return after;
  }
}
