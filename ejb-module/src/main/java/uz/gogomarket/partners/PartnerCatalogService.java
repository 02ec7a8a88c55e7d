package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerProductSummary;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;

/**
 * A seller's catalogue as programs keep it. Batches run outside a transaction of their own, since
 * each line has one ({@link Batches}).
 */
@Stateless
@Allow(Scopes.CATALOG_WRITE)
public class PartnerCatalogService {

  /** Lines in a batch. */
  public static final int MAX_LINES = 1000;

  @Inject Batches batches;
  @Inject ProductLines productLines;
  @Inject OfferLines offerLines;
  @Inject ProductService products;
  @Inject OwnersRole owner;

  /** Makes products, and changes those that differ from their line. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchResult upsertProducts(String requestId, List<UpsertProduct> lines) {
    requireLines("product", lines);
    return owner.asSeller(
        () ->
            batches.run(
                "UpsertProducts", requestId, lines, UpsertProduct::sku, productLines::upsert));
  }

  /** Counts and moves stock. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchResult updateStock(String requestId, List<UpdateStock> lines) {
    requireLines("item", lines);
    return owner.asSeller(
        () -> batches.run("UpdateStock", requestId, lines, UpdateStock::sku, offerLines::stock));
  }

  /** Changes prices. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchResult updatePrices(String requestId, List<UpdatePrice> lines) {
    requireLines("item", lines);
    return owner.asSeller(
        () -> batches.run("UpdatePrices", requestId, lines, UpdatePrice::sku, offerLines::price));
  }

  /**
   * @throws NotFound if the seller has no product with this SKU
   */
  @Allow(Scopes.CATALOG_READ)
  @FreshSession
  public SellerProduct product(String sku) {
    return owner.asSeller(
        () ->
            products
                .findBySku(sku)
                .map(products::get)
                .orElseThrow(() -> new NotFound("product", sku)));
  }

  /** The newest first. */
  @Allow(Scopes.CATALOG_READ)
  @FreshSession
  public Page<SellerProductSummary> products(@Nullable ProductStatus status, PageRequest page) {
    return owner.asSeller(() -> products.list(status, page));
  }

  private static void requireLines(String field, List<?> lines) {
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw InvalidInput.of(field, "line_count", MAX_LINES);
    }
  }
}
