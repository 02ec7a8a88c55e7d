package uz.gogomarket.orders;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import uz.gogomarket.platform.EnumConverter;

/** Keeps {@link OrderStatus} in a column of its PostgreSQL type. */
@Converter
class OrderStatusConverter extends EnumConverter<OrderStatus>
    implements AttributeConverter<OrderStatus, Object> {
  OrderStatusConverter() {
    super(OrderStatus.class);
  }
}
