package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Sql;

/** Writes the rows of products. */
@ApplicationScoped
class ProductRows {

  private static final List<String> COLUMNS =
      List.of(
          "category_id",
          "locale",
          "name",
          "description",
          "short_description",
          "sku",
          "barcode",
          "brand",
          "cost_price",
          "tax_rate",
          "weight",
          "length",
          "width",
          "height",
          "visibility",
          "tags",
          "is_digital",
          "requires_shipping",
          "low_stock_threshold",
          "allow_backorder",
          "min_order_quantity",
          "max_order_quantity",
          "meta_title",
          "meta_description",
          "meta_keywords");

  private static final String INSERT =
      "insert into products (id, slug, seller_id, stock_quantity, base_price, sale_price,"
          + " sale_active, sale_ends_at, "
          + String.join(", ", COLUMNS)
          + ") values (?"
          + ", ?".repeat(7 + COLUMNS.size())
          + ") on conflict (slug) where deleted_at is null do nothing";

  private static final String UPDATE =
      "update products set "
          + String.join(" = ?, ", COLUMNS)
          + " = ?, slug = coalesce(?, slug), version = version + 1 where id = ?";

  private static final int SLUG_ATTEMPTS = 3;

  @Inject Sql sql;

  long insert(long sellerId, CreateProduct command) {
    return insert(sellerId, List.of(command)).get(0);
  }

  /**
   * Inserts drafts, in the same few statements for one and for many, and answers their ids. Each
   * gets a slug of its own: the title's, or where something has that, with the product's id behind
   * it. The unique index decides, so that of two at once one gets each.
   */
  List<Long> insert(long sellerId, List<CreateProduct> commands) {
    List<Long> ids =
        sql.list(
            "select nextval(pg_get_serial_sequence('products', 'id')) as id"
                + " from generate_series(1, ?)",
            row -> row.longValue("id"),
            commands.size());
    Map<Long, CreateProduct> missing = new LinkedHashMap<>();
    for (int i = 0; i < commands.size(); i++) {
      missing.put(ids.get(i), commands.get(i));
    }
    for (int attempt = 0; attempt < SLUG_ATTEMPTS && !missing.isEmpty(); attempt++) {
      List<@Nullable Object[]> rows = new ArrayList<>(missing.size());
      for (Map.Entry<Long, CreateProduct> each : missing.entrySet()) {
        rows.add(values(each.getKey(), attempt, sellerId, each.getValue()));
      }
      sql.batch(INSERT, rows);
      missing
          .keySet()
          .removeAll(
              sql.list(
                  "select id from products where id = any (?)",
                  row -> row.longValue("id"),
                  missing.keySet()));
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("No free slug for products " + missing.keySet());
    }
    return ids;
  }

  /** A draft whose title changes gets an address to match; what was published keeps its own. */
  int update(OwnProduct own, SaveProduct product) {
    boolean readdress = !own.everPublished() && !own.name().equals(product.name());
    String slug = readdress ? Slugs.of(product.name(), product.locale()) + "-" + own.id() : null;
    List<@Nullable Object> values = new ArrayList<>(content(product));
    values.add(slug);
    values.add(own.id());
    return sql.update(UPDATE, values.toArray());
  }

  private static @Nullable Object[] values(
      long id, int attempt, long sellerId, CreateProduct command) {
    SavePrice price = command.price();
    String title = Slugs.of(command.product().name(), command.product().locale());
    String slug = attempt == 0 ? title : title + "-" + id + "-x".repeat(attempt - 1);
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                id,
                slug,
                sellerId,
                Objects.requireNonNullElse(command.stockQuantity(), 0),
                price.basePrice(),
                price.salePrice(),
                price.onSale(),
                price.saleEndsAt()));
    values.addAll(content(command.product()));
    return values.toArray();
  }

  private static List<@Nullable Object> content(SaveProduct product) {
    return Arrays.<@Nullable Object>asList(
        product.categoryId(),
        product.locale(),
        product.name(),
        product.description(),
        product.shortDescription(),
        product.sku(),
        product.barcode(),
        product.brand(),
        product.costPrice(),
        Objects.requireNonNullElse(product.taxRate(), java.math.BigDecimal.ZERO),
        product.weightKg(),
        product.lengthCm(),
        product.widthCm(),
        product.heightCm(),
        Objects.requireNonNullElse(product.visibility(), ProductVisibility.PUBLIC),
        product.tags(),
        product.isDigital(),
        product.needsShipping(),
        Objects.requireNonNullElse(product.lowStockThreshold(), 10),
        Boolean.TRUE.equals(product.allowBackorder()),
        Objects.requireNonNullElse(product.minOrderQuantity(), 1),
        product.maxOrderQuantity(),
        product.metaTitle(),
        product.metaDescription(),
        product.metaKeywords());
  }
}
