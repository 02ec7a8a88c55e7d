package uz.gogomarket.shipping;

import java.math.BigDecimal;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The place that parcels without a pick-up position start from, as the setting writes it. */
final class Hub {

  private static final Logger LOG = Logger.getLogger(Hub.class.getName());
  private static final GeoPoint TASHKENT =
      new GeoPoint(new BigDecimal("41.311081"), new BigDecimal("69.240562"));

  private Hub() {}

  /** Reads "latitude,longitude"; what cannot be read is Tashkent's centre. */
  static GeoPoint parse(String setting) {
    String[] parts = setting.split(",", -1);
    try {
      if (parts.length == 2) {
        return new GeoPoint(new BigDecimal(parts[0].strip()), new BigDecimal(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      LOG.log(Level.FINE, "setting shipping.hub", e);
    }
    LOG.log(Level.WARNING, "The setting shipping.hub is no position: {0}", setting);
    return TASHKENT;
  }
}
