package uz.gogomarket.orders;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.EnumConverter;

/** Keeps {@link PaymentStatus} in a column of its PostgreSQL type. */
@Converter
class PaymentStatusConverter extends EnumConverter<PaymentStatus>
    implements AttributeConverter<PaymentStatus, Object> {
  PaymentStatusConverter() {
    super(PaymentStatus.class);
  }
}
