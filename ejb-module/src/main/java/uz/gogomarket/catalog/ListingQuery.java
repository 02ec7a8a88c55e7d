package uz.gogomarket.catalog;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;

/**
 * The SQL of a listing: fixed pieces and parameters, one index walk from the cursor on.
 *
 * <p>A category with few below it is walked category by category, each in the order of its own
 * index; a large one, or none, along the whole list.
 */
final class ListingQuery {

  private static final int MOST_CATEGORIES_WALKED = 16;

  private static final String CARD =
      """
      select l.product_id, l.slug, coalesce(l.names ->> ?, l.names ->> l.locale::text) as name,
             l.brand, l.seller_id,
             (select n.name from seller_names n where n.user_id = l.seller_id) as seller_name,
             l.category_id, l.base_price + l.adjustment as full_price,
             effective_price(l.base_price, l.sale_price, true, l.sale_ends_at) + l.adjustment
                 as price_now,
             l.sale_ends_at, l.image_url, l.in_stock, l.has_variants, l.rating_average,
             l.rating_count,\s""";

  private final Query conditions = Query.conditions().where("true");
  private final @Nullable List<Long> categories;
  private final ProductSort sort;

  ListingQuery(
      ProductFilter filter,
      @Nullable List<Long> categories,
      ProductSort sort,
      @Nullable Cursor after) {
    this.categories = categories;
    this.sort = sort;
    conditions
        .whereIf(!filter.brands().isEmpty(), "l.brand = any (?)", filter.brands())
        .whereGiven("l.price >= ?", filter.minPrice())
        .whereGiven("l.price <= ?", filter.maxPrice());
    others(filter);
    if (after != null) {
      after(after);
    }
  }

  private ListingQuery() {
    categories = null;
    sort = ProductSort.RELEVANCE;
  }

  /** Only those conditions that no facet is made of. */
  static ListingQuery withoutFacets(ProductFilter filter) {
    ListingQuery query = new ListingQuery();
    query.others(filter);
    return query;
  }

  Query conditions() {
    return conditions;
  }

  private void others(ProductFilter filter) {
    conditions
        .whereGiven("l.seller_id = ?", filter.sellerId())
        .whereIf(filter.inStock(), "l.in_stock");
    filter
        .attributes()
        .forEach(
            (name, values) ->
                conditions.where("jsonb_exists_any(l.attributes -> ?, ?)", name, values));
  }

  private void after(Cursor cursor) {
    if (!cursor.stringAt(0).equals(label())) {
      throw InvalidInput.of("cursor", "foreign_cursor");
    }
    Object value =
        switch (sort) {
          case NEWEST -> cursor.instantAt(1);
          case POPULAR -> cursor.longAt(1);
          default -> cursor.decimalAt(1);
        };
    conditions.where(
        "(" + key() + ", l.product_id) " + (ascending() ? '>' : '<') + " (?, ?)",
        value,
        cursor.longAt(2));
  }

  private String label() {
    return EnumConverter.label(sort);
  }

  private boolean ascending() {
    return sort == ProductSort.PRICE_ASC;
  }

  private String key() {
    return switch (sort) {
      case NEWEST -> "l.published_at";
      case PRICE_ASC, PRICE_DESC -> "l.price";
      case POPULAR -> "l.popularity";
      case RELEVANCE -> "s.score::numeric";
    };
  }

  private String order() {
    String direction = ascending() ? "" : " desc";
    return " order by " + key() + direction + ", l.product_id" + direction + " limit ?";
  }

  /** A page of the list of all that is public. */
  Query listing(String locale, int fetchSize) {
    Query query = Query.of(CARD, locale).then(key() + " as sort_key");
    boolean walked = categories != null && categories.size() <= MOST_CATEGORIES_WALKED;
    if (walked) {
      query
          .then(
              " from unnest(cast(? as bigint[])) as c (id) cross join lateral"
                  + " (select l.* from listed_products l where l.category_id = c.id and ",
              categories)
          .then(conditions)
          .then(order() + ") l", fetchSize);
    } else {
      query.then(" from listed_products l where ").then(conditions).then(inCategories());
    }
    return query.then(order(), fetchSize);
  }

  /** The best hits of a search, in the order of the sort. */
  Query search(SearchHits.Hits hits, String locale, int fetchSize) {
    return Query.of(CARD, locale)
        .then(key() + " as sort_key from " + SearchHits.TABLE, hits.ids(), hits.scores())
        .then(" join listed_products l on l.product_id = s.product_id where ")
        .then(conditions)
        .then(inCategories())
        .then(order(), fetchSize);
  }

  private Query inCategories() {
    return categories == null
        ? Query.conditions()
        : Query.conditions().then(" and l.category_id = any (?)", categories);
  }

  /** A card and where it stands in the list. */
  record Hit(ProductCard card, String key) {}

  Cursor cursor(Hit hit) {
    return Cursor.of(label(), hit.key(), hit.card().id());
  }

  Hit hit(Row row, Categories tree, Language language) throws SQLException {
    Money price = row.money("price_now").max(Money.ZERO);
    Money full = row.money("full_price");
    boolean sale = price.compareTo(full) < 0;
    ProductCard card =
        new ProductCard(
            row.longValue("product_id"),
            row.string("slug"),
            row.string("name"),
            row.stringOrNull("brand"),
            row.longValue("seller_id"),
            row.stringOrNull("seller_name"),
            tree.byId(row.longValue("category_id"))
                .map(category -> category.link(language))
                .orElse(null),
            price,
            sale ? full : null,
            sale ? row.instantOrNull("sale_ends_at") : null,
            row.stringOrNull("image_url"),
            row.bool("in_stock"),
            row.bool("has_variants"),
            row.decimal("rating_average"),
            row.intValue("rating_count"));
    String key =
        sort == ProductSort.NEWEST
            ? row.instant("sort_key").toString()
            : row.decimal("sort_key").toString();
    return new Hit(card, key);
  }
}
