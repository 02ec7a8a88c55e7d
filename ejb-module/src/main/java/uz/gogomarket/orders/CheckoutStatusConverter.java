package uz.gogomarket.orders;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uz.gogomarket.platform.EnumConverter;

/** Keeps {@link CheckoutStatus} in a column of its PostgreSQL type. */
@Converter
class CheckoutStatusConverter extends EnumConverter<CheckoutStatus>
    implements AttributeConverter<CheckoutStatus, Object> {
  CheckoutStatusConverter() {
    super(CheckoutStatus.class);
  }
}
