package uz.gogomarket.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * How the hits of a search spread. Each facet counts what would be found if its own choice were not
 * made, so that a client can offer the others.
 */
public record Facets(
    List<CategoryCount> categories, List<BrandCount> brands, List<PriceCount> prices) {

  public Facets {
    categories = List.copyOf(categories);
    brands = List.copyOf(brands);
    prices = List.copyOf(prices);
  }

  /** Hits in one category itself. */
  public record CategoryCount(String slug, String name, int count) {}

  /** Hits of one brand. */
  public record BrandCount(String brand, int count) {}

  /**
   * Hits in a range of prices.
   *
   * @param from included
   * @param to not included; absent in the last range
   */
  public record PriceCount(Money from, @Nullable Money to, int count) {}
}
