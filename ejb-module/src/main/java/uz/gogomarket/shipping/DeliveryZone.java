package uz.gogomarket.shipping;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Versioned;

/**
 * Where is delivered, and for what. At most one of its tariffs is in force; the others are what
 * orders speak of.
 */
@Entity
@Table(name = "delivery_zones")
class DeliveryZone extends Versioned {

  private String name;
  private @Nullable String description;
  private String city;

  @Convert(converter = DistrictsConverter.class)
  private List<String> districts;

  @Convert(converter = PolygonConverter.class)
  private @Nullable List<GeoPoint> polygon;

  @Column(name = "is_active")
  private boolean active;

  @OneToMany(mappedBy = "zone", cascade = CascadeType.PERSIST)
  private List<DeliveryTariff> tariffs = new ArrayList<>();

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected DeliveryZone() {}

  DeliveryZone(SaveZone zone) {
    write(zone);
  }

  final void write(SaveZone zone) {
    this.name = zone.name().strip();
    this.description = zone.description();
    this.city = zone.city().strip();
    this.districts = List.copyOf(zone.districts());
    this.polygon = zone.polygon() == null ? null : List.copyOf(zone.polygon());
    this.active = zone.active();
  }

  /** Ends deliveries to it. */
  void close() {
    this.active = false;
  }

  /** Ends the tariff in force. */
  void endTariff() {
    tariffInForce().ifPresent(DeliveryTariff::end);
  }

  /** Puts a tariff into force; the one before must have ended. */
  void startTariff(SaveTariff tariff) {
    tariffs.add(new DeliveryTariff(this, tariff));
  }

  Optional<DeliveryTariff> tariffInForce() {
    return tariffs.stream().filter(DeliveryTariff::isActive).findFirst();
  }

  ZoneView view() {
    return new ZoneView(
        id(),
        name,
        description,
        city,
        districts,
        polygon,
        active,
        tariffInForce().map(DeliveryTariff::view).orElse(null),
        version());
  }
}
