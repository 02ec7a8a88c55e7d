package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Reads a product as buyers see it, with everything that hangs on it, in one statement. */
@ApplicationScoped
class ProductPages {

  private static final String QUERY =
      """
      select p.id, p.slug, p.seller_id, p.category_id,
        (select n.name from seller_names n where n.user_id = p.seller_id) as seller_name, coalesce(t.locale, p.locale) as language,
        (select array_agg(x.locale::text) from product_translations x
         where x.product_id = p.id and x.locale <> p.locale) || p.locale::text as languages,
        coalesce(t.name, p.name) as name, coalesce(t.description, p.description) as description,
        case when t.locale is null then p.short_description else t.short_description end
            as short_description, coalesce(t.terms, '{}') as terms,
        p.brand, p.sku, p.base_price,
        effective_price(p.base_price, p.sale_price, p.sale_active, p.sale_ends_at) as price_now,
        p.sale_ends_at, p.tax_rate, p.stock_quantity, p.has_variants, p.allow_backorder,
        p.low_stock_threshold, p.status, p.min_order_quantity, p.max_order_quantity, p.is_digital,
        p.requires_shipping, p.weight, p.tags, p.rating_average, p.rating_count, p.meta_title,
        p.meta_description, p.published_at,
        (select json_agg(json_build_object('name', a.name, 'value', a.value)
                    order by a.sort_order, a.id)
         from product_attributes a where a.product_id = p.id) as attributes,
        (select json_agg(json_build_object('name', o.name, 'values', o.values)
                    order by o.position, o.id)
         from product_options o where o.product_id = p.id) as options,
        (select json_agg(json_build_object('url', i.url, 'thumbnailUrl', i.thumbnail_url,
                    'altText', i.alt_text) order by i.is_primary desc, i.sort_order, i.id)
         from product_images i where i.product_id = p.id) as images,
        (select json_agg(json_build_object('id', v.id, 'name', v.name, 'sku', v.sku,
                    'options', v.attributes, 'adjustment', v.price_adjustment,
                    'compareAt', v.compare_at_price, 'stock', v.stock_quantity,
                    'backorder', v.allow_backorder, 'imageUrl', v.image_url) order by v.id)
         from product_variants v
         where v.product_id = p.id and v.is_active and v.deleted_at is null) as variants
      from products p
      left join product_translations t on t.product_id = p.id and t.locale = ?::locale_enum
                                          and t.locale <> p.locale
      where p.slug = ? and p.deleted_at is null and p.status in ('active', 'out_of_stock')
        and p.visibility <> 'private'
      """;

  @Inject Sql sql;

  Optional<ProductDetail> bySlug(String slug, Language language, Categories tree) {
    return sql.first(QUERY, row -> detail(row, language, tree), language, slug);
  }

  private static ProductDetail detail(Row row, Language wanted, Categories tree)
      throws SQLException {
    Money price = row.money("price_now");
    Money full = row.money("base_price");
    boolean sale = price.compareTo(full) < 0;
    boolean sold = row.enumValue("status", ProductStatus.class) == ProductStatus.ACTIVE;
    boolean hasVariants = row.bool("has_variants");
    Terms terms = new Terms(row.json("terms", StringMap.class));
    List<VariantRow> rows = Products.many(row, "variants", VariantRow[].class);
    List<ProductDetail.Variant> variants =
        rows.stream().map(each -> each.variant(price, full, sold, terms)).toList();
    boolean backorder =
        hasVariants ? rows.stream().anyMatch(VariantRow::backorder) : row.bool("allow_backorder");
    int available = available(row, hasVariants, variants);
    long categoryId = row.longValue("category_id");
    return new ProductDetail(
        row.longValue("id"),
        row.string("slug"),
        row.longValue("seller_id"),
        row.stringOrNull("seller_name"),
        row.enumValue("language", Language.class),
        row.strings("languages").stream()
            .map(label -> EnumConverter.parse(Language.class, label))
            .sorted()
            .toList(),
        row.string("name"),
        row.string("description"),
        row.stringOrNull("short_description"),
        tree.byId(categoryId).map(each -> tree.links(each, wanted)).orElse(List.of()),
        row.stringOrNull("brand"),
        row.stringOrNull("sku"),
        price,
        sale ? full : null,
        sale ? row.instantOrNull("sale_ends_at") : null,
        row.decimal("tax_rate"),
        available,
        sold && (available > 0 || backorder),
        available <= row.intValue("low_stock_threshold"),
        backorder,
        row.intValue("min_order_quantity"),
        row.intOrNull("max_order_quantity"),
        row.bool("is_digital"),
        row.bool("requires_shipping"),
        row.decimalOrNull("weight"),
        row.strings("tags"),
        Products.many(row, "images", ProductImage[].class),
        Products.many(row, "options", ProductOption[].class).stream().map(terms::of).toList(),
        variants,
        Products.many(row, "attributes", ProductAttribute[].class).stream().map(terms::of).toList(),
        tree.returnDays(categoryId),
        row.decimal("rating_average"),
        row.intValue("rating_count"),
        row.stringOrNull("meta_title"),
        row.stringOrNull("meta_description"),
        row.instantOrNull("published_at"));
  }

  private static int available(Row row, boolean hasVariants, List<ProductDetail.Variant> variants)
      throws SQLException {
    long units =
        hasVariants
            ? variants.stream().mapToLong(ProductDetail.Variant::available).sum()
            : Math.max(row.intValue("stock_quantity"), 0);
    return (int) Math.min(units, Integer.MAX_VALUE);
  }

  /** A variant as the query gives it. */
  record VariantRow(
      long id,
      String name,
      @Nullable String sku,
      Map<String, String> options,
      BigDecimal adjustment,
      @Nullable BigDecimal compareAt,
      int stock,
      boolean backorder,
      @Nullable String imageUrl) {

    ProductDetail.Variant variant(Money price, Money full, boolean sold, Terms terms) {
      Money difference = new Money(adjustment);
      Money now = price.plus(difference).max(Money.ZERO);
      Money before = compareAt == null ? full.plus(difference) : new Money(compareAt);
      return new ProductDetail.Variant(
          id,
          terms.ofVariant(name),
          sku,
          terms.of(options),
          now,
          before.compareTo(now) > 0 ? before : null,
          Math.max(stock, 0),
          sold && (stock > 0 || backorder),
          imageUrl);
    }
  }
}
