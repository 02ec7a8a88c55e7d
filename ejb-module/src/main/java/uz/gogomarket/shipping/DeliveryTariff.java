package uz.gogomarket.shipping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Versioned;

/** What deliveries to a zone cost while it is in force. Never changed: another one follows it. */
@Entity
@Table(name = "delivery_tariffs")
class DeliveryTariff extends Versioned {

  @ManyToOne(optional = false)
  @JoinColumn(name = "zone_id", updatable = false)
  private DeliveryZone zone;

  private String name;

  @Column(name = "base_cost")
  private Money baseCost;

  @Column(name = "cost_per_km")
  private Money costPerKm;

  @Column(name = "cost_per_kg")
  private Money costPerKg;

  @Column(name = "min_order_amount")
  private Money minimumOrder;

  @Column(name = "free_delivery_threshold")
  private @Nullable Money freeFrom;

  @Column(name = "estimated_hours")
  private int estimatedHours;

  @Column(name = "is_active")
  private boolean active;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected DeliveryTariff() {}

  DeliveryTariff(DeliveryZone zone, SaveTariff tariff) {
    this.zone = zone;
    this.name = tariff.name().strip();
    this.baseCost = tariff.baseCost();
    this.costPerKm = tariff.costPerKm();
    this.costPerKg = tariff.costPerKg();
    this.minimumOrder = tariff.minimumOrder();
    this.freeFrom = tariff.freeFrom();
    this.estimatedHours = tariff.estimatedHours();
    this.active = true;
  }

  void end() {
    this.active = false;
  }

  boolean isActive() {
    return active;
  }

  TariffView view() {
    return new TariffView(
        id(), name, baseCost, costPerKm, costPerKg, minimumOrder, freeFrom, estimatedHours);
  }
}
