package uz.gogomarket.shipping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a boundary in a {@code polygon} column; the driver takes text for it. */
@Converter
class PolygonConverter implements AttributeConverter<List<GeoPoint>, Object> {

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable List<GeoPoint> boundary) {
    return Zones.text(boundary);
  }

  @Override
  public @Nullable List<GeoPoint> convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : Zones.points(column.toString());
  }
}
