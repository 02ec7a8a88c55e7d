package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Counts the hits of a search by category, brand and price, in one statement. */
@ApplicationScoped
class SearchFacets {

  /** Lower bounds of the price ranges, in sums. */
  private static final List<Money> PRICES =
      List.of(
          Money.ZERO,
          Money.ofSum(50_000),
          Money.ofSum(100_000),
          Money.ofSum(250_000),
          Money.ofSum(500_000),
          Money.ofSum(1_000_000),
          Money.ofSum(2_500_000),
          Money.ofSum(5_000_000),
          Money.ofSum(10_000_000));

  private static final String HITS =
      """
      with hits as materialized (
        select l.category_id, l.brand, l.price,
               cardinality(?::bigint[]) = 0 or l.category_id = any(?::bigint[]) as in_category,
               cardinality(?::text[]) = 0 or l.brand = any(?::text[]) as of_brand,
               l.price >= ?::numeric and (?::numeric is null or l.price <= ?::numeric) as at_price
        from %s join listed_products l on l.product_id = s.product_id
        where\s"""
          .formatted(SearchHits.TABLE);

  private static final String COUNTS =
      """
      )
      select (select count(*) from hits where in_category and of_brand and at_price) as total,
        (select json_agg(x) from (
           select category_id as "categoryId", count(*) as count from hits
           where of_brand and at_price group by 1 order by 2 desc, 1 limit 50) x) as categories,
        (select json_agg(x) from (
           select brand, count(*) as count from hits
           where in_category and at_price and brand is not null
           group by 1 order by 2 desc, 1 limit 30) x) as brands,
        (select json_agg(x) from (
           select width_bucket(price, ?::numeric[]) - 1 as range, count(*) as count from hits
           where in_category and of_brand group by 1 order by 1) x) as prices
      """;

  @Inject Sql sql;

  SearchResult count(
      SearchResult page,
      SearchHits.Hits hits,
      ProductFilter filter,
      @Nullable List<Long> categoryIds,
      Categories tree,
      Language language) {
    List<Long> categories = Objects.requireNonNullElse(categoryIds, List.of());
    Query counts =
        Query.of(
                HITS,
                categories,
                categories,
                filter.brands(),
                filter.brands(),
                Objects.requireNonNullElse(filter.minPrice(), Money.ZERO),
                filter.maxPrice(),
                filter.maxPrice(),
                hits.ids(),
                hits.scores())
            .then(ListingQuery.withoutFacets(filter).conditions())
            .then(COUNTS, PRICES);
    return sql.one(counts, row -> page.with(row.intValue("total"), facets(row, tree, language)));
  }

  private static Facets facets(Row row, Categories tree, Language language) throws SQLException {
    List<Facets.CategoryCount> categories = new ArrayList<>();
    for (InCategory each : Products.many(row, "categories", InCategory[].class)) {
      tree.byId(each.categoryId())
          .filter(tree::isVisible)
          .ifPresent(
              category ->
                  categories.add(
                      new Facets.CategoryCount(
                          category.slug(), category.text(language).name(), each.count())));
    }
    List<Facets.PriceCount> prices =
        Products.many(row, "prices", InRange[].class).stream().map(SearchFacets::price).toList();
    return new Facets(categories, Products.many(row, "brands", Facets.BrandCount[].class), prices);
  }

  private static Facets.PriceCount price(InRange range) {
    int next = range.range() + 1;
    return new Facets.PriceCount(
        PRICES.get(range.range()), next < PRICES.size() ? PRICES.get(next) : null, range.count());
  }

  record InCategory(long categoryId, int count) {}

  record InRange(int range, int count) {}
}
