package uz.gogomarket.shipping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Json;

/** Keeps names in a {@code jsonb} column; the driver takes text for it and gives an object back. */
@Converter
class DistrictsConverter implements AttributeConverter<List<String>, Object> {

  private static final Json JSON = new Json();

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable List<String> names) {
    return names == null ? null : JSON.write(names);
  }

  @Override
  public @Nullable List<String> convertToEntityAttribute(@Nullable Object column) {
    return column == null ? null : List.of(JSON.read(column.toString(), String[].class));
  }
}
