package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** How a seller's products are found, locked and read whole. */
@ApplicationScoped
class Products {

  private static final String WHOLE =
      """
      select p.*,
        (select json_agg(json_build_object('locale', t.locale, 'name', t.name,
                    'description', t.description, 'shortDescription', t.short_description,
                    'terms', t.terms)
                    order by t.locale)
         from product_translations t where t.product_id = p.id and t.locale <> p.locale)
            as translations,
        (select json_agg(json_build_object('name', a.name, 'value', a.value)
                    order by a.sort_order, a.id)
         from product_attributes a where a.product_id = p.id) as attributes,
        (select json_agg(json_build_object('name', o.name, 'values', o.values)
                    order by o.position, o.id)
         from product_options o where o.product_id = p.id) as options,
        (select json_agg(json_build_object('url', i.url, 'thumbnailUrl', i.thumbnail_url,
                    'altText', i.alt_text) order by i.is_primary desc, i.sort_order, i.id)
         from product_images i where i.product_id = p.id) as images,
        (select json_agg(json_build_object('id', v.id, 'version', v.version,
                    'stockQuantity', v.stock_quantity, 'stockVersion', v.stock_version,
                    'variant', json_build_object('sku', v.sku, 'name', v.name,
                        'options', v.attributes,
                        'priceAdjustment', json_build_object(
                            'amount', v.price_adjustment::text, 'currency', 'UZS'),
                        'compareAtPrice', case when v.compare_at_price is not null then
                            json_build_object('amount', v.compare_at_price::text,
                                              'currency', 'UZS') end,
                        'allowBackorder', v.allow_backorder, 'imageUrl', v.image_url,
                        'active', v.is_active)) order by v.id)
         from product_variants v where v.product_id = p.id and v.deleted_at is null) as variants
      from products p
      where p.deleted_at is null
      """;

  @Inject Sql sql;
  @Inject Actors actors;

  /**
   * Locks a product of the acting seller until the transaction ends.
   *
   * @throws NotFound if the seller has no such product
   */
  OwnProduct lockOwn(long id) {
    return sql.first(
            """
            select id, seller_id, version, status, blocked_at is not null as blocked, has_variants,
                   published_at is not null as ever_published, is_digital, name, base_price, sale_price,
                   sale_active, sale_ends_at
            from products where id = ? and seller_id = ? and deleted_at is null for no key update
            """,
            row ->
                new OwnProduct(
                    row.longValue("id"),
                    row.longValue("seller_id"),
                    row.intValue("version"),
                    row.enumValue("status", ProductStatus.class),
                    row.bool("blocked"),
                    row.bool("has_variants"),
                    row.bool("ever_published"),
                    row.bool("is_digital"),
                    row.string("name"),
                    row.money("base_price"),
                    row.moneyOrNull("sale_price"),
                    row.bool("sale_active"),
                    row.instantOrNull("sale_ends_at")),
            id,
            actors.userId())
        .orElseThrow(() -> new NotFound("product", id));
  }

  /** A change of what hangs on a product is a change of the product. */
  void bump(long id) {
    sql.update("update products set version = version + 1 where id = ?", id);
  }

  SellerProduct own(long id) {
    return sql.first(
            WHOLE + " and p.id = ? and p.seller_id = ?", Products::whole, id, actors.userId())
        .orElseThrow(() -> new NotFound("product", id));
  }

  SellerProduct anyones(long id) {
    return sql.first(WHOLE + " and p.id = ?", Products::whole, id)
        .orElseThrow(() -> new NotFound("product", id));
  }

  /** Those of the acting seller that have one of these SKUs. */
  List<SellerProduct> ownBySku(Collection<String> skus) {
    return sql.list(
        WHOLE + " and p.seller_id = ? and p.sku = any (?)", Products::whole, actors.userId(), skus);
  }

  Optional<Long> ownBySku(String sku) {
    return sql.first(
        "select id from products where seller_id = ? and sku = ? and deleted_at is null",
        row -> row.longValue("id"),
        actors.userId(),
        sku);
  }

  List<ProductOption> options(long productId) {
    return sql.list(
        "select name, values from product_options where product_id = ? order by position, id",
        row -> new ProductOption(row.string("name"), row.strings("values")),
        productId);
  }

  static SellerProduct whole(Row row) throws SQLException {
    long id = row.longValue("id");
    String sku = row.stringOrNull("sku");
    StockLevel stock =
        row.bool("has_variants")
            ? null
            : new StockLevel(
                id, null, sku, row.intValue("stock_quantity"), row.intValue("stock_version"));
    return new SellerProduct(
        id,
        row.intValue("version"),
        row.longValue("seller_id"),
        row.string("slug"),
        row.enumValue("status", ProductStatus.class),
        row.instantOrNull("blocked_at"),
        row.stringOrNull("blocked_reason"),
        content(row, sku),
        new SavePrice(
            row.money("base_price"),
            row.moneyOrNull("sale_price"),
            row.bool("sale_active"),
            row.instantOrNull("sale_ends_at")),
        stock,
        many(row, "variants", SellerVariant[].class),
        row.intValue("view_count"),
        row.decimal("rating_average"),
        row.intValue("rating_count"),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.instantOrNull("published_at"));
  }

  private static SaveProduct content(Row row, @Nullable String sku) throws SQLException {
    return new SaveProduct(
        row.longValue("category_id"),
        row.enumValue("locale", Language.class),
        row.string("name"),
        row.string("description"),
        row.stringOrNull("short_description"),
        sku,
        row.stringOrNull("barcode"),
        row.stringOrNull("brand"),
        row.moneyOrNull("cost_price"),
        row.decimal("tax_rate"),
        row.decimalOrNull("weight"),
        row.decimalOrNull("length"),
        row.decimalOrNull("width"),
        row.decimalOrNull("height"),
        row.enumValue("visibility", ProductVisibility.class),
        row.strings("tags"),
        row.bool("is_digital"),
        row.bool("requires_shipping"),
        row.intValue("low_stock_threshold"),
        row.bool("allow_backorder"),
        row.intValue("min_order_quantity"),
        row.intOrNull("max_order_quantity"),
        row.stringOrNull("meta_title"),
        row.stringOrNull("meta_description"),
        row.stringOrNull("meta_keywords"),
        many(row, "translations", ProductTranslation[].class),
        many(row, "attributes", ProductAttribute[].class),
        many(row, "options", ProductOption[].class),
        many(row, "images", ProductImage[].class));
  }

  /** A JSON array, or an empty list where there is none. */
  static <T> List<T> many(Row row, String column, Class<T[]> type) throws SQLException {
    T[] all = row.jsonOrNull(column, type);
    return all == null ? List.of() : Arrays.asList(Objects.requireNonNull(all));
  }
}
