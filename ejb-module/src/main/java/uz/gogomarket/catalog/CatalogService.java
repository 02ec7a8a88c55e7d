package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.Sql;

/**
 * What everybody may read, in the language of the request: a listing or a product is one statement,
 * whatever it returns, and no write. It needs no transaction: what it reads is public.
 */
@Stateless
@AllowAnyone
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CatalogService {

  /** Of a search only so many of the best hits are looked at. */
  public static final int MAX_HITS = 1_000;

  private static final int MAX_QUERY_LENGTH = 200;

  @Inject Sql sql;
  @Inject CategoryTree categories;
  @Inject SearchHits hits;
  @Inject SearchFacets facets;
  @Inject ProductPages pages;
  @Inject ViewCounter views;

  /** The tree of what is active. */
  public List<CategoryNode> categories() {
    return categories.current().visibleTree(language());
  }

  /**
   * @throws NotFound if there is no such category, or it is hidden
   */
  public CategoryNode category(String slug) {
    Categories tree = categories.current();
    return tree.node(visible(tree, slug), language());
  }

  /**
   * A page of what is public. A page costs the same wherever it is in the list.
   *
   * @throws NotFound if there is no such category
   */
  public Page<ProductCard> list(ProductFilter filter, ProductSort sort, PageRequest page) {
    if (sort == ProductSort.RELEVANCE) {
      throw InvalidInput.of("sort", "search_only");
    }
    ListingQuery query =
        new ListingQuery(filter, categoryIds(filter), sort, page.after().orElse(null));
    return read(query, query.listing(RequestInfo.current().locale(), page.fetchSize()), page);
  }

  /**
   * Searches names, brands, tags and descriptions in all three languages; forgives misspelling and
   * takes Uzbek in either script.
   *
   * @throws NotFound if there is no such category
   */
  public SearchResult search(
      String text, ProductFilter filter, ProductSort sort, PageRequest page) {
    String query = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\0', ' ').strip();
    if (query.isEmpty() || query.length() > MAX_QUERY_LENGTH) {
      throw InvalidInput.of("q", "length", 1, MAX_QUERY_LENGTH);
    }
    List<Long> categoryIds = categoryIds(filter);
    ListingQuery listing = new ListingQuery(filter, categoryIds, sort, page.after().orElse(null));
    SearchHits.Hits found = hits.best(query, MAX_HITS);
    SearchResult result =
        SearchResult.of(
            read(
                listing,
                listing.search(found, RequestInfo.current().locale(), page.fetchSize()),
                page));
    if (page.after().isPresent()) {
      return result;
    }
    return facets.count(result, found, filter, categoryIds, categories.current(), language());
  }

  /**
   * @throws NotFound if no public product has this slug
   */
  public ProductDetail bySlug(String slug) {
    ProductDetail detail =
        pages
            .bySlug(slug, language(), categories.current())
            .orElseThrow(() -> new NotFound("product", slug));
    views.seen(detail.id());
    return detail;
  }

  private Page<ProductCard> read(ListingQuery query, Query statement, PageRequest page) {
    Categories tree = categories.current();
    Language language = language();
    Page<ListingQuery.Hit> hits =
        Page.of(sql.list(statement, row -> query.hit(row, tree, language)), page, query::cursor);
    return new Page<>(
        hits.items().stream().map(ListingQuery.Hit::card).toList(), hits.nextCursor());
  }

  private @Nullable List<Long> categoryIds(ProductFilter filter) {
    if (filter.category() == null) {
      return null;
    }
    Categories tree = categories.current();
    return tree.withDescendants(visible(tree, filter.category()));
  }

  private static Category visible(Categories tree, String slug) {
    return tree.visible(slug).orElseThrow(() -> new NotFound("category", slug));
  }

  private static Language language() {
    return EnumConverter.parse(Language.class, RequestInfo.current().locale());
  }
}
