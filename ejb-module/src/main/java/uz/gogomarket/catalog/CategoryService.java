package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/**
 * The tree of categories, kept by admins. One change at a time, so that no two of them together
 * make a circle; buyers see a change within seconds.
 */
@Stateless
@Allow(Permissions.CATALOG_MANAGE)
public class CategoryService {

  /** Levels of the tree. */
  static final int MAX_DEPTH = 6;

  static final int MAX_CATEGORIES = 5_000;

  private static final String SELECT =
      """
      select c.*, (select json_agg(json_build_object('locale', t.locale, 'name', t.name,
                                                     'description', t.description)
                                   order by t.locale)
                   from category_translations t where t.category_id = c.id) as translations
      from categories c where c.deleted_at is null
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject CategoryTree tree;

  /** All of them, hidden ones too, by id. */
  public Page<CategoryView> list(PageRequest page) {
    return Page.of(
        sql.list(
            SELECT + " and c.id > ? order by c.id limit ?",
            CategoryService::view,
            page.afterId(0),
            page.fetchSize()),
        page,
        last -> Cursor.of(last.id()));
  }

  /**
   * @throws NotFound if there is no such category
   */
  public CategoryView get(long id) {
    return sql.first(SELECT + " and c.id = ?", CategoryService::view, id)
        .orElseThrow(() -> new NotFound("category", id));
  }

  /**
   * @throws Conflict {@code slug_taken}; {@code too_many_categories}
   * @throws InvalidInput if there is no such parent, or the tree would grow too deep
   */
  public CategoryView create(SaveCategory command) {
    Categories before = lockTree();
    if (before.size() >= MAX_CATEGORIES) {
      throw new Conflict("too_many_categories", "There are " + MAX_CATEGORIES + " already.");
    }
    int level = level(before, command.parentId(), null);
    String slug = slug(before, command, null);
    long id =
        sql.one(
            """
            insert into categories (parent_id, name, slug, description, icon_url, image_url, level,
                sort_order, is_active, return_days, meta_title, meta_description)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            row -> row.longValue("id"),
            command.parentId(),
            command.name(),
            slug,
            command.description(),
            command.iconUrl(),
            command.imageUrl(),
            level,
            Objects.requireNonNullElse(command.sortOrder(), 0),
            command.isActive(),
            command.returnDays(),
            command.metaTitle(),
            command.metaDescription());
    translate(id, command.translations());
    return changed("category.created", id, null, command);
  }

  /**
   * @throws StaleVersion if it was changed since this version
   * @throws InvalidInput if it would come below itself, or the tree would grow too deep
   */
  public CategoryView update(long id, int version, SaveCategory command) {
    Categories before = lockTree();
    CategoryView old = get(id);
    if (old.version() != version) {
      throw new StaleVersion();
    }
    int level = level(before, command.parentId(), id);
    sql.update(
        """
        update categories set parent_id = ?, name = ?, slug = ?, description = ?, icon_url = ?,
            image_url = ?, level = ?, sort_order = ?, is_active = ?, return_days = ?,
            meta_title = ?, meta_description = ?, version = version + 1
        where id = ?
        """,
        command.parentId(),
        command.name(),
        slug(before, command, old),
        command.description(),
        command.iconUrl(),
        command.imageUrl(),
        level,
        Objects.requireNonNullElse(command.sortOrder(), 0),
        command.isActive(),
        command.returnDays(),
        command.metaTitle(),
        command.metaDescription(),
        id);
    if (level != old.level()) {
      sql.update(
          """
          with recursive below as (
              select c.id, 1 as depth from categories c where c.parent_id = ?
              union all
              select c.id, b.depth + 1 from categories c join below b on c.parent_id = b.id)
          update categories c set level = ? + b.depth from below b where b.id = c.id
          """,
          id,
          level);
    }
    sql.update("delete from category_translations where category_id = ?", id);
    translate(id, command.translations());
    return changed("category.updated", id, old.category(), command);
  }

  /**
   * @throws Conflict {@code category_in_use} while there are categories or products in it
   */
  public void delete(long id, int version) {
    Categories before = lockTree();
    CategoryView old = get(id);
    if (old.version() != version) {
      throw new StaleVersion();
    }
    boolean used =
        before.height(id) > 0
            || sql.one(
                "select exists (select from products where category_id = ?"
                    + " and deleted_at is null) as used",
                row -> row.bool("used"),
                id);
    if (used) {
      throw new Conflict("category_in_use", "There are categories or products in it.");
    }
    sql.update(
        "update categories set deleted_at = ?, is_active = false where id = ?",
        clock.instant(),
        id);
    audit.record("category.deleted", "category", id, old.category(), null);
    tree.forget();
  }

  private CategoryView changed(
      String action, long id, @Nullable SaveCategory before, SaveCategory after) {
    audit.record(action, "category", id, before, after);
    tree.forget();
    return get(id);
  }

  /** Waits for other changes of the tree, then reads it. */
  private Categories lockTree() {
    sql.lockName("catalog:tree");
    return tree.read();
  }

  private static int level(Categories tree, @Nullable Long parentId, @Nullable Long id) {
    int height = id == null ? 0 : tree.height(id);
    if (parentId == null) {
      return 0;
    }
    Category parent =
        tree.byId(parentId).orElseThrow(() -> InvalidInput.of("parentId", "unknown_category"));
    List<Category> path = tree.path(parent);
    if (id != null && path.stream().anyMatch(each -> each.id() == id)) {
      throw InvalidInput.of("parentId", "category_inside_itself");
    }
    if (path.size() + 1 + height > MAX_DEPTH) {
      throw InvalidInput.of("parentId", "too_deep", MAX_DEPTH);
    }
    return path.size();
  }

  /** The wanted slug, or the one it has, or one of the name that nobody has. */
  private static String slug(Categories tree, SaveCategory command, @Nullable CategoryView old) {
    String wanted = command.slug();
    if (wanted == null && old != null) {
      return Objects.requireNonNull(old.category().slug());
    }
    String base = wanted == null ? Slugs.of(command.name(), Language.UZ) : wanted;
    String slug = base;
    for (int i = 2; taken(tree, slug, old); i++) {
      if (wanted != null) {
        throw new Conflict("slug_taken", "Another category has this slug.");
      }
      slug = base + "-" + i;
    }
    return slug;
  }

  private static boolean taken(Categories tree, String slug, @Nullable CategoryView old) {
    Optional<Category> holder = tree.bySlug(slug);
    return holder.isPresent() && (old == null || holder.get().id() != old.id());
  }

  private void translate(long id, List<CategoryTranslation> translations) {
    if (translations.stream().map(CategoryTranslation::locale).distinct().count()
        != translations.size()) {
      throw InvalidInput.of("translations", "repeated");
    }
    if (!translations.isEmpty()) {
      sql.update(
          """
          insert into category_translations (category_id, locale, name, description)
          select ?, t.locale, t.name, t.description
          from jsonb_to_recordset(?::jsonb) as t (locale locale_enum, name text, description text)
          """,
          id,
          json.write(translations));
    }
  }

  private static CategoryView view(Row row) throws SQLException {
    return new CategoryView(
        row.longValue("id"),
        row.intValue("version"),
        row.intValue("level"),
        new SaveCategory(
            row.longOrNull("parent_id"),
            row.string("name"),
            row.string("slug"),
            row.stringOrNull("description"),
            row.stringOrNull("icon_url"),
            row.stringOrNull("image_url"),
            row.intValue("sort_order"),
            row.bool("is_active"),
            row.intOrNull("return_days"),
            row.stringOrNull("meta_title"),
            row.stringOrNull("meta_description"),
            Products.many(row, "translations", CategoryTranslation[].class)),
        row.instant("updated_at"));
  }
}
