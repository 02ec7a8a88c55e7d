package uz.gogomarket.shipping;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** A position on earth in degrees (WGS 84). */
public record GeoPoint(
    @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 8)
        BigDecimal latitude,
    @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 8)
        BigDecimal longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** The great-circle distance in kilometres (haversine). */
  public double kilometresTo(GeoPoint other) {
    double phi1 = Math.toRadians(latitude.doubleValue());
    double phi2 = Math.toRadians(other.latitude.doubleValue());
    double halfPhi = (phi2 - phi1) / 2;
    double halfLambda = Math.toRadians(other.longitude.doubleValue() - longitude.doubleValue()) / 2;
    double chord =
        Math.pow(Math.sin(halfPhi), 2)
            + Math.cos(phi1) * Math.cos(phi2) * Math.pow(Math.sin(halfLambda), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
