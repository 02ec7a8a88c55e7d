package uz.gogomarket.shipping;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressView;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Settings;

/** Says what a delivery costs. */
@Stateless
public class ShippingService {

  @Inject Zones zones;
  @Inject AddressService addresses;
  @Inject Settings settings;

  /** What one delivery would cost. Throws {@link NotDeliverable} and {@link BelowMinimum}. */
  @AllowAnyone
  public ShippingQuote quote(QuoteDelivery ask) {
    Tariff tariff = tariffFor(ask.destination());
    GeoPoint from = hub();
    if (ask.sellerId() != null) {
      from = position(addresses.pickupAddress(ask.sellerId())).orElse(from);
    }
    return tariff.quote(from, ask.destination().position(), ask.weightKg(), ask.subtotal());
  }

  /**
   * Quotes for several sellers' parcels to one door, in the order of the parcels; two statements
   * however many they are.
   */
  @Internal
  public List<ShippingQuote> quoteAll(Destination destination, List<Parcel> parcels) {
    Tariff tariff = tariffFor(destination);
    Set<Long> sellers = parcels.stream().map(Parcel::sellerId).collect(Collectors.toSet());
    Map<Long, AddressView> pickups = addresses.pickupAddresses(sellers);
    GeoPoint hub = hub();
    return parcels.stream()
        .map(
            parcel ->
                tariff.quote(
                    position(Optional.ofNullable(pickups.get(parcel.sellerId()))).orElse(hub),
                    destination.position(),
                    parcel.weightKg(),
                    parcel.subtotal()))
        .toList();
  }

  private Tariff tariffFor(Destination destination) {
    return zones.tariffFor(destination).orElseThrow(() -> new NotDeliverable(destination));
  }

  private GeoPoint hub() {
    return Hub.parse(settings.get(SettingsOfShipping.HUB));
  }

  private static Optional<GeoPoint> position(Optional<AddressView> address) {
    return address.flatMap(a -> position(a.latitude(), a.longitude()));
  }

  private static Optional<GeoPoint> position(
      @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(new GeoPoint(latitude, longitude));
  }
}
