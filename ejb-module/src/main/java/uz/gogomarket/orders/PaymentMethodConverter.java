package uz.gogomarket.orders;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.EnumConverter;

/** Keeps {@link PaymentMethod} in a column of its PostgreSQL type. */
@Converter
class PaymentMethodConverter extends EnumConverter<PaymentMethod>
    implements AttributeConverter<PaymentMethod, Object> {
  PaymentMethodConverter() {
    super(PaymentMethod.class);
  }
}
