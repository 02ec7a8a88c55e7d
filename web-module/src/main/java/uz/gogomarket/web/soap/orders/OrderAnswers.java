package uz.gogomarket.web.soap.orders;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.ChangedOrders;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.orders.OrderItemView;
import uz.gogomarket.web.soap.Values;
import uz.gogomarket.web.soap.contract.orders.Choice;
import uz.gogomarket.web.soap.contract.orders.DeliveryAddress;
import uz.gogomarket.web.soap.contract.orders.Order;
import uz.gogomarket.web.soap.contract.orders.OrderItem;
import uz.gogomarket.web.soap.contract.orders.OrderSummary;

/** What the use cases answer as the contract has it. */
final class OrderAnswers {

  private OrderAnswers() {}

  static OrderSummary summary(ChangedOrders.Change change) {
    OrderSummary summary = new OrderSummary();
    summary.setOrderNumber(change.order().orderNumber());
    summary.setStatus(Values.label(change.order().status()));
    summary.setPaymentStatus(Values.label(change.order().paymentStatus()));
    summary.setPaymentMethod(Values.label(change.order().paymentMethod()));
    summary.setTotal(Values.money(change.order().total()));
    summary.setUnits(change.order().units());
    summary.setDisputed(change.order().disputed());
    summary.setCreatedAt(change.order().createdAt());
    summary.setChangedAt(change.changedAt());
    return summary;
  }

  static Order order(OrderDetail seen) {
    Order order = new Order();
    order.setOrderNumber(seen.summary().orderNumber());
    order.setStatus(Values.label(seen.summary().status()));
    order.setPaymentStatus(Values.label(seen.summary().paymentStatus()));
    order.setPaymentMethod(Values.label(seen.summary().paymentMethod()));
    seen.items().forEach(each -> order.getItem().add(item(each)));
    order.setSubtotal(Values.money(seen.subtotal()));
    order.setDiscount(Values.money(seen.discount()));
    order.setTax(Values.money(seen.tax()));
    order.setShipping(Values.money(seen.shipping()));
    order.setTotal(Values.money(seen.summary().total()));
    order.setRefunded(Values.money(seen.refunded()));
    order.setCommission(Values.moneyOrNull(seen.commission()));
    order.setDeliveryAddress(address(seen.deliveryAddress()));
    order.setNotes(seen.notes());
    order.setDisputed(seen.summary().disputed());
    order.setCreatedAt(seen.summary().createdAt());
    order.setExpectedOn(seen.expectedOn());
    order.setDeliveredAt(seen.deliveredAt());
    order.setHoldUntil(seen.holdUntil());
    order.setSettledAt(seen.settledAt());
    order.setCancellationReason(seen.cancellationReason());
    return order;
  }

  private static OrderItem item(OrderItemView seen) {
    OrderItem item = new OrderItem();
    item.setItemId(seen.id());
    item.setProductId(seen.productId());
    item.setSku(seen.sku());
    item.setName(seen.name());
    item.setVariantName(seen.variantName());
    new TreeMap<>(seen.attributes())
        .forEach(
            (name, value) -> {
              Choice choice = new Choice();
              choice.setName(name);
              choice.setValue(value);
              item.getChoice().add(choice);
            });
    item.setQuantity(seen.quantity());
    item.setUnitPrice(Values.money(seen.unitPrice()));
    item.setSubtotal(Values.money(seen.subtotal()));
    item.setTax(Values.money(seen.tax()));
    return item;
  }

  private static @Nullable DeliveryAddress address(
      uz.gogomarket.orders.@Nullable DeliveryAddress seen) {
    if (seen == null) {
      return null;
    }
    DeliveryAddress address = new DeliveryAddress();
    address.setFullName(seen.fullName());
    address.setPhone(seen.phone());
    address.setCountry(seen.country());
    address.setCity(seen.city());
    address.setDistrict(seen.district());
    address.setStreet(seen.street());
    address.setBuilding(seen.building());
    address.setApartment(seen.apartment());
    address.setPostalCode(seen.postalCode());
    address.setInstructions(seen.deliveryInstructions());
    return address;
  }
}
