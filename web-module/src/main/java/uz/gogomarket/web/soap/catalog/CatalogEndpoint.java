package uz.gogomarket.web.soap.catalog;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SellerProductSummary;
import uz.gogomarket.partners.BatchResult;
import uz.gogomarket.partners.PartnerCatalogService;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.web.soap.Faults;
import uz.gogomarket.web.soap.contract.catalog.GetProduct;
import uz.gogomarket.web.soap.contract.catalog.GetProductResponse;
import uz.gogomarket.web.soap.contract.catalog.ListProducts;
import uz.gogomarket.web.soap.contract.catalog.ListProductsResponse;
import uz.gogomarket.web.soap.contract.catalog.PartnerCatalog;
import uz.gogomarket.web.soap.contract.catalog.UpdatePrices;
import uz.gogomarket.web.soap.contract.catalog.UpdatePricesResponse;
import uz.gogomarket.web.soap.contract.catalog.UpdateStock;
import uz.gogomarket.web.soap.contract.catalog.UpdateStockResponse;
import uz.gogomarket.web.soap.contract.catalog.UpsertProducts;
import uz.gogomarket.web.soap.contract.catalog.UpsertProductsResponse;

/**
 * The service PartnerCatalog, in both SOAP versions (see {@code sun-jaxws.xml}). Metro makes it, so
 * that it runs wherever Metro does, and nothing is injected.
 */
@WebService(
    endpointInterface = "uz.gogomarket.web.soap.contract.catalog.PartnerCatalog",
    targetNamespace = "urn:gogomarket:partner:catalog:v1",
    serviceName = "PartnerCatalogService",
    portName = "PartnerCatalogSoap11",
    wsdlLocation = "WEB-INF/wsdl/PartnerCatalog.wsdl")
public class CatalogEndpoint implements PartnerCatalog {

  @Override
  public UpsertProductsResponse upsertProducts(UpsertProducts request) {
    return Faults.orFault(
        () -> {
          BatchResult result =
              catalog()
                  .upsertProducts(
                      request.getRequestId(), CatalogRequests.products(request.getProduct()));
          UpsertProductsResponse response = new UpsertProductsResponse();
          response.setReplayed(result.replayed());
          response.getResult().addAll(CatalogAnswers.results("product", result));
          return response;
        });
  }

  @Override
  public UpdateStockResponse updateStock(UpdateStock request) {
    return Faults.orFault(
        () -> {
          BatchResult result =
              catalog()
                  .updateStock(
                      request.getRequestId(),
                      request.getItem().stream().map(CatalogRequests::stock).toList());
          UpdateStockResponse response = new UpdateStockResponse();
          response.setReplayed(result.replayed());
          response.getResult().addAll(CatalogAnswers.results("item", result));
          return response;
        });
  }

  @Override
  public UpdatePricesResponse updatePrices(UpdatePrices request) {
    return Faults.orFault(
        () -> {
          BatchResult result =
              catalog()
                  .updatePrices(
                      request.getRequestId(),
                      request.getItem().stream().map(CatalogRequests::price).toList());
          UpdatePricesResponse response = new UpdatePricesResponse();
          response.setReplayed(result.replayed());
          response.getResult().addAll(CatalogAnswers.results("item", result));
          return response;
        });
  }

  @Override
  public GetProductResponse getProduct(GetProduct request) {
    return Faults.orFault(
        () -> {
          GetProductResponse response = new GetProductResponse();
          response.setProduct(CatalogAnswers.product(catalog().product(request.getSku())));
          return response;
        });
  }

  @Override
  public ListProductsResponse listProducts(ListProducts request) {
    return Faults.orFault(
        () -> {
          Page<SellerProductSummary> page =
              catalog()
                  .products(
                      status(request.getStatus()),
                      new PageRequest(limit(request.getLimit()), request.getCursor()));
          ListProductsResponse response = new ListProductsResponse();
          List<SellerProductSummary> items = page.items();
          items.forEach(item -> response.getProduct().add(CatalogAnswers.summary(item)));
          response.setNextCursor(page.nextCursor());
          return response;
        });
  }

  private static @Nullable ProductStatus status(@Nullable String label) {
    return label == null ? null : EnumConverter.parse(ProductStatus.class, label);
  }

  private static int limit(@Nullable Integer limit) {
    return limit == null ? PageRequest.DEFAULT_LIMIT : limit;
  }

  private static PartnerCatalogService catalog() {
    return CDI.current().select(PartnerCatalogService.class).get();
  }
}
