package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Tells carts and orders what their items are, cost and have in stock: one query for all. */
@Stateless
@Internal
@Elevated
public class SellableItems {

  private static final String QUERY =
      """
      select w.product_id, nullif(w.variant_id, 0) as variant_id, p.seller_id, p.category_id,
             (select n.name from seller_names n where n.user_id = p.seller_id) as seller_name,
             coalesce(t.name, p.name) as name, v.name as variant_name, coalesce(v.sku, p.sku) as sku,
             p.slug, coalesce(v.attributes, '{}') as attributes, p.tax_rate,
             coalesce(t.terms, '{}') as terms,
             coalesce(v.image_url,
                      (select coalesce(i.thumbnail_url, i.url) from product_images i
                       where i.product_id = p.id
                       order by i.is_primary desc, i.sort_order, i.id limit 1)) as image_url,
             greatest(effective_price(p.base_price, p.sale_price, p.sale_active, p.sale_ends_at)
                      + coalesce(v.price_adjustment, 0), 0) as unit_price,
             coalesce(p.weight, 0) as weight,
             greatest(case when v.id is null then p.stock_quantity else v.stock_quantity end, 0)
                 as available,
             case when v.id is null then p.allow_backorder else v.allow_backorder end as backorder,
             p.requires_shipping, p.is_digital, p.min_order_quantity, p.max_order_quantity,
             p.status = 'active' and p.visibility <> 'private' and p.deleted_at is null
                 and p.has_variants = (w.variant_id <> 0)
                 and (v.id is null or v.is_active and v.deleted_at is null) as sellable
      from (select distinct *
            from unnest((select ?::bigint[]), (select ?::bigint[])) as r (product_id, variant_id)) w
      join products p on p.id = w.product_id
      left join product_variants v on v.id = w.variant_id and v.product_id = p.id
      left join product_translations t on t.product_id = p.id and t.locale = ?::locale_enum
                                          and t.locale <> p.locale
      where w.variant_id = 0 or v.id is not null
      order by w.product_id, w.variant_id
      """;

  @Inject Sql sql;
  @Inject CategoryTree categories;

  /**
   * The items that exist, each once, in order of product and variant. What is no longer sold is
   * among them, marked as not sellable; what never was is not.
   */
  public List<SellableItem> load(Collection<ItemRef> refs) {
    if (refs.isEmpty()) {
      return List.of();
    }
    Categories tree = categories.current();
    return sql.list(
        QUERY,
        row -> item(row, tree),
        refs.stream().map(ItemRef::productId).toList(),
        refs.stream().map(ItemRef::variantOrZero).toList(),
        RequestInfo.current().locale());
  }

  private static SellableItem item(Row row, Categories tree) throws SQLException {
    long categoryId = row.longValue("category_id");
    Terms terms = new Terms(row.json("terms", StringMap.class));
    String variantName = row.stringOrNull("variant_name");
    return new SellableItem(
        new ItemRef(row.longValue("product_id"), row.longOrNull("variant_id")),
        row.longValue("seller_id"),
        row.stringOrNull("seller_name"),
        categoryId,
        row.string("name"),
        variantName == null ? null : terms.ofVariant(variantName),
        row.stringOrNull("sku"),
        row.string("slug"),
        row.stringOrNull("image_url"),
        terms.of(row.json("attributes", StringMap.class)),
        row.money("unit_price"),
        row.decimal("tax_rate"),
        row.decimal("weight"),
        row.intValue("available"),
        row.bool("backorder"),
        row.bool("requires_shipping"),
        row.bool("is_digital"),
        row.intValue("min_order_quantity"),
        row.intOrNull("max_order_quantity"),
        row.bool("sellable"),
        tree.returnDays(categoryId));
  }
}
