package uz.gogomarket.web.soap.orders;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.ChangedOrders;
import uz.gogomarket.orders.OrderDetail;
import uz.gogomarket.partners.Done;
import uz.gogomarket.partners.PartnerOrderService;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.web.soap.Faults;
import uz.gogomarket.web.soap.contract.orders.ConfirmOrder;
import uz.gogomarket.web.soap.contract.orders.ConfirmOrderResponse;
import uz.gogomarket.web.soap.contract.orders.GetOrder;
import uz.gogomarket.web.soap.contract.orders.GetOrderResponse;
import uz.gogomarket.web.soap.contract.orders.ListOrders;
import uz.gogomarket.web.soap.contract.orders.ListOrdersResponse;
import uz.gogomarket.web.soap.contract.orders.MarkReadyForPickup;
import uz.gogomarket.web.soap.contract.orders.MarkReadyForPickupResponse;
import uz.gogomarket.web.soap.contract.orders.PartnerOrders;

/**
 * The service PartnerOrders, in both SOAP versions (see {@code sun-jaxws.xml}). Metro makes it, so
 * that it runs wherever Metro does, and nothing is injected.
 */
@WebService(
    endpointInterface = "uz.gogomarket.web.soap.contract.orders.PartnerOrders",
    targetNamespace = "urn:gogomarket:partner:orders:v1",
    serviceName = "PartnerOrdersService",
    portName = "PartnerOrdersSoap11",
    wsdlLocation = "WEB-INF/wsdl/PartnerOrders.wsdl")
public class OrdersEndpoint implements PartnerOrders {

  @Override
  public ListOrdersResponse listOrders(ListOrders request) {
    return Faults.orFault(
        () -> {
          ChangedOrders changed = orders().changed(request.getCursor(), limit(request.getLimit()));
          ListOrdersResponse response = new ListOrdersResponse();
          changed.orders().forEach(each -> response.getOrder().add(OrderAnswers.summary(each)));
          response.setNextCursor(changed.nextCursor());
          response.setMore(changed.more());
          return response;
        });
  }

  @Override
  public GetOrderResponse getOrder(GetOrder request) {
    return Faults.orFault(
        () -> {
          GetOrderResponse response = new GetOrderResponse();
          response.setOrder(OrderAnswers.order(orders().order(request.getOrderNumber())));
          return response;
        });
  }

  @Override
  public ConfirmOrderResponse confirmOrder(ConfirmOrder request) {
    return Faults.orFault(
        () -> {
          Done<OrderDetail> done =
              orders().confirm(request.getRequestId(), request.getOrderNumber());
          ConfirmOrderResponse response = new ConfirmOrderResponse();
          response.setReplayed(done.replayed());
          response.setOrder(OrderAnswers.order(done.result()));
          return response;
        });
  }

  @Override
  public MarkReadyForPickupResponse markReadyForPickup(MarkReadyForPickup request) {
    return Faults.orFault(
        () -> {
          Done<OrderDetail> done =
              orders().readyForPickup(request.getRequestId(), request.getOrderNumber());
          MarkReadyForPickupResponse response = new MarkReadyForPickupResponse();
          response.setReplayed(done.replayed());
          response.setOrder(OrderAnswers.order(done.result()));
          return response;
        });
  }

  private static int limit(@Nullable Integer limit) {
    return limit == null ? PageRequest.DEFAULT_LIMIT : limit;
  }

  private static PartnerOrderService orders() {
    return CDI.current().select(PartnerOrderService.class).get();
  }
}
