package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Lists of products for sellers and moderators. */
@ApplicationScoped
class ProductSummaries {

  private static final String SELECT =
"""
select p.id, p.version, p.seller_id,
       (select n.name from seller_names n where n.user_id = p.seller_id) as seller_name, p.slug, p.name, p.sku, p.status, p.visibility,
       p.blocked_at is not null as blocked, p.has_variants, p.updated_at,
       p.low_stock_threshold,
       effective_price(p.base_price, p.sale_price, p.sale_active, p.sale_ends_at) as price,
       case when p.has_variants then coalesce(v.stock, 0) else p.stock_quantity end as stock,
       (select coalesce(i.thumbnail_url, i.url) from product_images i
        where i.product_id = p.id
        order by i.is_primary desc, i.sort_order, i.id limit 1) as image_url
from products p
left join lateral (select least(sum(pv.stock_quantity::bigint), 2147483647)::integer as stock
                   from product_variants pv
                   where pv.product_id = p.id and pv.is_active and pv.deleted_at is null) v
    on p.has_variants
""";

  @Inject Sql sql;

  /** The newest first; without a seller those of all, for moderators. */
  Page<SellerProductSummary> page(
      @Nullable Long sellerId,
      @Nullable ProductStatus status,
      @Nullable Boolean blocked,
      PageRequest page) {
    Query query =
        Query.of(SELECT)
            .where("p.deleted_at is null")
            .whereGiven("p.seller_id = ?", sellerId)
            .whereGiven("p.status = ?", status)
            .whereIf(Boolean.TRUE.equals(blocked), "p.blocked_at is not null")
            .whereIf(Boolean.FALSE.equals(blocked), "p.blocked_at is null")
            .newestFirst("p.id", page);
    return Page.of(sql.list(query, ProductSummaries::summary), page, last -> Cursor.of(last.id()));
  }

  List<SellerProductSummary> bySkus(long sellerId, List<String> skus) {
    return sql.list(
        SELECT
            + " where p.deleted_at is null and p.seller_id = ? and p.sku = any (?) order by p.id",
        ProductSummaries::summary,
        sellerId,
        skus);
  }

  private static SellerProductSummary summary(Row row) throws SQLException {
    int stock = row.intValue("stock");
    return new SellerProductSummary(
        row.longValue("id"),
        row.intValue("version"),
        row.longValue("seller_id"),
        row.stringOrNull("seller_name"),
        row.string("slug"),
        row.string("name"),
        row.stringOrNull("sku"),
        row.enumValue("status", ProductStatus.class),
        row.enumValue("visibility", ProductVisibility.class),
        row.bool("blocked"),
        row.money("price"),
        stock,
        stock <= row.intValue("low_stock_threshold"),
        row.bool("has_variants"),
        row.stringOrNull("image_url"),
        row.instant("updated_at"));
  }
}
