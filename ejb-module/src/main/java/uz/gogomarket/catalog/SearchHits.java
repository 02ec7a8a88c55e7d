package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Sql;

/**
 * Finds the best hits of a search, once: looking at words that are only alike is nearly all that a
 * search costs. Its page and its facets are read by the ids.
 */
@ApplicationScoped
class SearchHits {

  /** What stands for the hits in a {@code from}; its parameters are ids and scores. */
  static final String TABLE =
      "unnest((select ?::bigint[]), (select ?::text[])::real[]) as s (product_id, score)";

  private static final String BEST =
      """
      select array_agg(product_id) as ids, array_agg(score::text) as scores
      from search_products(?, ?)
      """;

  @Inject Sql sql;

  /**
   * @param scores one for each id, as the database writes them
   */
  record Hits(List<Long> ids, List<String> scores) {}

  Hits best(String query, int cap) {
    return sql.one(BEST, row -> new Hits(row.longs("ids"), row.strings("scores")), query, cap);
  }
}
