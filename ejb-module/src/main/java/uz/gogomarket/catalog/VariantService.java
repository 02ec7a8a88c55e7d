package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/**
 * The variants of a seller's own product: each combination of its options once. With the first
 * variant the stock moves to the variants, with the last it comes back, empty.
 */
@Stateless
@Allow(Roles.SELLER)
public class VariantService {

  static final int MAX_PER_PRODUCT = 200;

  @Inject Sql sql;
  @Inject Json json;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Products products;
  @Inject ProductEvents events;

  /**
   * @param version of the product
   * @throws Conflict {@code variant_exists}; {@code too_many_variants}; {@code stock_on_product} if
   *     the product itself still has stock
   */
  public SellerProduct add(long productId, int version, CreateVariant command) {
    OwnProduct own = products.lockOwn(productId).require(version);
    SaveVariant variant = command.variant();
    List<ProductOption> options = products.options(productId);
    InvalidInput.under("variant", () -> ProductRules.check(variant, options, own.lowestPrice()));
    if (count(productId) >= MAX_PER_PRODUCT) {
      throw new Conflict(
          "too_many_variants", "A product can have " + MAX_PER_PRODUCT + " variants.");
    }
    if (!own.hasVariants()) {
      moveStockToVariants(productId);
    }
    long id =
        unlessTaken(
            () ->
                sql.one(
                    """
                    insert into product_variants (sku, name, attributes, price_adjustment,
                        compare_at_price, allow_backorder, image_url, is_active, product_id,
                        stock_quantity)
                    values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) returning id
                    """,
                    row -> row.longValue("id"),
                    variant.sku(),
                    ProductRules.nameOf(variant, options),
                    json.write(variant.options()),
                    variant.adjustment(),
                    variant.compareAtPrice(),
                    Boolean.TRUE.equals(variant.allowBackorder()),
                    variant.imageUrl(),
                    variant.isActive(),
                    productId,
                    Objects.requireNonNullElse(command.stockQuantity(), 0)));
    products.bump(productId);
    audit.record("variant.created", "product_variant", id, null, command);
    events.changed(own);
    return products.own(productId);
  }

  /**
   * @param version of the product
   * @throws NotFound if the product has no such variant
   * @throws Conflict {@code variant_exists}; {@code stock_is_negative} if backorders are forbidden
   *     while units are owed
   */
  public SellerProduct update(long productId, long id, int version, SaveVariant variant) {
    OwnProduct own = products.lockOwn(productId).require(version);
    List<ProductOption> options = products.options(productId);
    ProductRules.check(variant, options, own.lowestPrice());
    boolean backorder = Boolean.TRUE.equals(variant.allowBackorder());
    requireStockAllows(productId, id, backorder);
    SaveVariant before = variant(productId, id);
    unlessTaken(
        () ->
            sql.update(
                """
                update product_variants
                set sku = ?, name = ?, attributes = ?::jsonb, price_adjustment = ?,
                    compare_at_price = ?, allow_backorder = ?, image_url = ?, is_active = ?,
                    version = version + 1
                where id = ?
                """,
                variant.sku(),
                ProductRules.nameOf(variant, options),
                json.write(variant.options()),
                variant.adjustment(),
                variant.compareAtPrice(),
                backorder,
                variant.imageUrl(),
                variant.isActive(),
                id));
    products.bump(productId);
    audit.record("variant.updated", "product_variant", id, before, variant);
    events.changed(own);
    return products.own(productId);
  }

  /**
   * @param version of the product
   * @throws StaleVersion if the product was changed since this version
   */
  public SellerProduct delete(long productId, long id, int version) {
    OwnProduct own = products.lockOwn(productId).require(version);
    SaveVariant before = variant(productId, id);
    sql.update(
        "update product_variants set deleted_at = ?, is_active = false, version = version + 1"
            + " where id = ?",
        clock.instant(),
        id);
    sql.update(
        "update products set version = version + 1, has_variants = exists (select from"
            + " product_variants v where v.product_id = products.id and v.deleted_at is null)"
            + " where id = ?",
        productId);
    audit.record("variant.deleted", "product_variant", id, before, null);
    events.changed(own);
    return products.own(productId);
  }

  private SaveVariant variant(long productId, long id) {
    return products.own(productId).variants().stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("variant", id))
        .variant();
  }

  private int count(long productId) {
    return sql.one(
        "select count(*) as n from product_variants where product_id = ? and deleted_at is null",
        row -> row.intValue("n"),
        productId);
  }

  private void moveStockToVariants(long productId) {
    int moved =
        sql.update(
            "update products set has_variants = true where id = ? and stock_quantity = 0",
            productId);
    if (moved == 0) {
      throw new Conflict(
          "stock_on_product", "Set the product's own stock to 0 before it gets variants.");
    }
  }

  private void requireStockAllows(long productId, long id, boolean backorder) {
    int stock =
        sql.first(
                "select stock_quantity from product_variants where id = ? and product_id = ?"
                    + " and deleted_at is null for no key update",
                row -> row.intValue("stock_quantity"),
                id,
                productId)
            .orElseThrow(() -> new NotFound("variant", id));
    if (stock < 0 && !backorder) {
      throw new Conflict("stock_is_negative", "Units are owed: set the stock first.");
    }
  }

  private static <T> T unlessTaken(Supplier<T> write) {
    try {
      return write.get();
    } catch (DatabaseFailure e) {
      if (e.violates("idx_variants_sku_per_product") || e.violates("idx_variants_combination")) {
        throw new Conflict(
            "variant_exists", "The product has another variant with these options or this SKU.");
      }
      throw e;
    }
  }
}
