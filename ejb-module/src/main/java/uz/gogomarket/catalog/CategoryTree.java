package uz.gogomarket.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Keeps the categories in memory; a change is seen by every server within seconds. */
@ApplicationScoped
class CategoryTree {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final String KEY = "tree";

  private final Cache<String, Categories> cache =
      Caffeine.newBuilder().expireAfterWrite(KEPT).build();

  @Inject Sql sql;

  Categories current() {
    Categories kept = cache.getIfPresent(KEY);
    if (kept == null) {
      // Not within the cache: who waits there may hold the connection that the reader waits for.
      kept = read();
      cache.put(KEY, kept);
    }
    return kept;
  }

  void forget() {
    cache.invalidateAll();
  }

  /** As it stands in this transaction. */
  Categories read() {
    return new Categories(
        sql.list(
            """
            select c.*, (select jsonb_agg(jsonb_build_object('locale', t.locale, 'name', t.name,
                                                             'description', t.description))
                         from category_translations t where t.category_id = c.id) as translations
            from categories c where c.deleted_at is null
            """,
            CategoryTree::category));
  }

  private static Category category(Row row) throws SQLException {
    Map<Language, Category.Text> texts = new EnumMap<>(Language.class);
    CategoryTranslation[] translations =
        row.jsonOrNull("translations", CategoryTranslation[].class);
    if (translations != null) {
      for (CategoryTranslation each : List.of(translations)) {
        texts.put(each.locale(), new Category.Text(each.name(), each.description()));
      }
    }
    return new Category(
        row.longValue("id"),
        row.longOrNull("parent_id"),
        row.string("slug"),
        row.string("name"),
        row.stringOrNull("description"),
        texts,
        row.stringOrNull("icon_url"),
        row.stringOrNull("image_url"),
        row.intValue("sort_order"),
        row.bool("is_active"),
        row.intOrNull("return_days"));
  }
}
