package uz.gogomarket.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Continuation;
import uz.gogomarket.platform.Page;

/**
 * A page of hits.
 *
 * @param total how many hits there are, up to the most that a search looks at; on the first page
 *     only
 * @param facets on the first page only
 */
public record SearchResult(
    List<ProductCard> items,
    @Nullable String nextCursor,
    @Nullable Integer total,
    @Nullable Facets facets)
    implements Continuation {

  public SearchResult {
    items = List.copyOf(items);
  }

  static SearchResult of(Page<ProductCard> page) {
    return new SearchResult(page.items(), page.nextCursor(), null, null);
  }

  SearchResult with(int newTotal, Facets newFacets) {
    return new SearchResult(items, nextCursor, newTotal, newFacets);
  }
}
