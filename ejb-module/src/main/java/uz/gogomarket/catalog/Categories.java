package uz.gogomarket.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;

/** The tree of categories at one moment, immutable. */
final class Categories {

  private final Map<Long, Category> byId = new HashMap<>();
  private final Map<String, Category> bySlug = new HashMap<>();
  private final Map<Long, List<Category>> children = new HashMap<>();
  private final List<Category> roots = new ArrayList<>();

  Categories(List<Category> all) {
    all.forEach(each -> byId.put(each.id(), each));
    List<Category> sorted =
        all.stream()
            .sorted(Comparator.comparingInt(Category::sortOrder).thenComparingLong(Category::id))
            .toList();
    for (Category each : sorted) {
      bySlug.put(each.slug(), each);
      Long parent = each.parentId();
      if (parent == null) {
        roots.add(each);
      } else {
        children.computeIfAbsent(parent, id -> new ArrayList<>()).add(each);
      }
    }
  }

  Optional<Category> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  int size() {
    return byId.size();
  }

  Optional<Category> bySlug(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /** A category that buyers may see: it and all above it are active. */
  Optional<Category> visible(String slug) {
    return bySlug(slug).filter(this::isVisible);
  }

  boolean isVisible(Category category) {
    return path(category).stream().allMatch(Category::active);
  }

  /** From the root down to the category itself. */
  List<Category> path(Category category) {
    List<Category> path = new ArrayList<>();
    @Nullable Category each = category;
    while (each != null && path.size() <= CategoryService.MAX_DEPTH) {
      path.add(0, each);
      Long parent = each.parentId();
      each = parent == null ? null : byId.get(parent);
    }
    return path;
  }

  /** The ids of the category and of all that are visible below it. */
  List<Long> withDescendants(Category category) {
    List<Long> ids = new ArrayList<>();
    ids.add(category.id());
    for (Category child : children.getOrDefault(category.id(), List.of())) {
      if (child.active()) {
        ids.addAll(withDescendants(child));
      }
    }
    return ids;
  }

  /** The nearest return window on the way up; 0 where there is none. */
  int returnDays(long categoryId) {
    List<Category> path = byId(categoryId).map(this::path).orElse(List.of());
    for (int i = path.size() - 1; i >= 0; i--) {
      Integer days = path.get(i).returnDays();
      if (days != null) {
        return days;
      }
    }
    return 0;
  }

  /** What buyers see of the tree. */
  List<CategoryNode> visibleTree(Language language) {
    return nodes(roots, language);
  }

  CategoryNode node(Category category, Language language) {
    Category.Text text = category.text(language);
    return new CategoryNode(
        category.id(),
        category.slug(),
        text.name(),
        text.description(),
        category.iconUrl(),
        category.imageUrl(),
        nodes(children.getOrDefault(category.id(), List.of()), language));
  }

  List<CategoryLink> links(Category category, Language language) {
    return path(category).stream().map(each -> each.link(language)).toList();
  }

  private List<CategoryNode> nodes(List<Category> categories, Language language) {
    return categories.stream().filter(Category::active).map(each -> node(each, language)).toList();
  }

  /** Depth of the deepest category below this one; 0 for a leaf. */
  int height(long id) {
    return children.getOrDefault(id, List.of()).stream()
        .mapToInt(child -> 1 + height(child.id()))
        .max()
        .orElse(0);
  }
}
