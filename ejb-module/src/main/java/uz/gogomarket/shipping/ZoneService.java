package uz.gogomarket.shipping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;

/** Admins draw zones and set tariffs. Nothing is deleted: orders speak of it. */
@Stateless
@Allow(Permissions.SHIPPING_MANAGE)
public class ZoneService {

  @Inject Zones zones;
  @Inject Entities entities;
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
    ZoneView made = entities.add(new DeliveryZone(zone)).view();
    audit.record("delivery_zone.created", "delivery_zone", made.id(), null, made);
    return made;
  }

  /** Changes a zone that nobody changed since the version was read. */
  public ZoneView update(long id, int version, SaveZone zone) {
    return change("delivery_zone.changed", id, version, changed -> changed.write(zone));
  }

  /** Ends deliveries to a zone; it stays for the orders that speak of it. */
  public void close(long id, int version) {
    change("delivery_zone.closed", id, version, DeliveryZone::close);
  }

  /** Puts a new tariff into force; quotes frozen into orders keep the old one. */
  public ZoneView setTariff(long zoneId, int version, SaveTariff tariff) {
    return change(
        "delivery_tariff.changed",
        zoneId,
        version,
        zone -> {
          zone.endTariff();
          entities.flush(); // the database allows no two in force, not even for a moment
          zone.startTariff(tariff);
          entities.touch(zone);
        });
  }

  private ZoneView change(String action, long id, int version, Consumer<DeliveryZone> change) {
    DeliveryZone zone =
        entities.lock(DeliveryZone.class, id).orElseThrow(() -> new NotFound("delivery zone", id));
    zone.requireVersion(version);
    ZoneView before = zone.view();
    change.accept(zone);
    entities.flush();
    ZoneView after = zone.view();
    audit.record(action, "delivery_zone", id, before, after);
    return after;
  }
}
