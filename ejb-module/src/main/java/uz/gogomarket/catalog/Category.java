package uz.gogomarket.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;

/** A category as the tree keeps it in memory. */
record Category(
    long id,
    @Nullable Long parentId,
    String slug,
    String name,
    @Nullable String description,
    Map<Language, Text> translations,
    @Nullable String iconUrl,
    @Nullable String imageUrl,
    int sortOrder,
    boolean active,
    @Nullable Integer returnDays) {

  /** Name and description in one language. */
  record Text(String name, @Nullable String description) {}

  CategoryLink link(Language language) {
    return new CategoryLink(slug, text(language).name());
  }

  /** In this language, else as it was written first. */
  Text text(Language language) {
    return translations.getOrDefault(language, new Text(name, description));
  }
}
