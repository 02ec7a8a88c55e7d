package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Sql;

/**
 * Writes what hangs on products: a statement for each kind of part, however many parts and
 * products.
 */
@ApplicationScoped
class ProductParts {

  private static final String TRANSLATIONS =
      """
      insert into product_translations (product_id, locale, name, description, short_description,
                                        terms)
      select p."productId", t.locale, t.name, t.description, t."shortDescription", t.terms
      from jsonb_to_recordset(?::jsonb) as p ("productId" bigint, parts jsonb),
           jsonb_to_recordset(p.parts) as t (locale locale_enum, name text, description text,
                                             "shortDescription" text, terms jsonb)
      """;

  private static final String ATTRIBUTES =
      """
      insert into product_attributes (product_id, name, value, sort_order)
      select p."productId", a.value ->> 'name', a.value ->> 'value', a.position
      from jsonb_to_recordset(?::jsonb) as p ("productId" bigint, parts jsonb),
           jsonb_array_elements(p.parts) with ordinality as a (value, position)
      """;

  private static final String OPTIONS =
      """
      insert into product_options (product_id, name, position, values)
      select p."productId", o.value ->> 'name', o.position,
             array(select jsonb_array_elements_text(o.value -> 'values'))
      from jsonb_to_recordset(?::jsonb) as p ("productId" bigint, parts jsonb),
           jsonb_array_elements(p.parts) with ordinality as o (value, position)
      """;

  private static final String IMAGES =
      """
      insert into product_images (product_id, url, thumbnail_url, alt_text, sort_order, is_primary)
      select p."productId", i.value ->> 'url', i.value ->> 'thumbnailUrl', i.value ->> 'altText',
             i.position, i.position = 1
      from jsonb_to_recordset(?::jsonb) as p ("productId" bigint, parts jsonb),
           jsonb_array_elements(p.parts) with ordinality as i (value, position)
      """;

  @Inject Sql sql;
  @Inject Json json;

  /** What one product has of a kind. */
  record Parts(long productId, List<?> parts) {}

  void insert(long productId, SaveProduct product) {
    insert(Map.of(productId, product));
  }

  void insert(Map<Long, SaveProduct> products) {
    insert(TRANSLATIONS, products, SaveProduct::translations);
    insert(ATTRIBUTES, products, SaveProduct::attributes);
    insert(OPTIONS, products, SaveProduct::options);
    insert(IMAGES, products, SaveProduct::images);
  }

  /** Replaces the kinds that differ from before. */
  void replace(long productId, SaveProduct before, SaveProduct after) {
    Map<Long, SaveProduct> now = Map.of(productId, after);
    if (!before.translations().equals(after.translations())) {
      sql.update("delete from product_translations where product_id = ?", productId);
      insert(TRANSLATIONS, now, SaveProduct::translations);
    }
    if (!before.attributes().equals(after.attributes())) {
      sql.update("delete from product_attributes where product_id = ?", productId);
      insert(ATTRIBUTES, now, SaveProduct::attributes);
    }
    if (!before.options().equals(after.options())) {
      sql.update("delete from product_options where product_id = ?", productId);
      insert(OPTIONS, now, SaveProduct::options);
    }
    if (!before.images().equals(after.images())) {
      sql.update("delete from product_images where product_id = ?", productId);
      insert(IMAGES, now, SaveProduct::images);
    }
  }

  private void insert(
      String statement, Map<Long, SaveProduct> products, Function<SaveProduct, List<?>> kind) {
    List<Parts> parts =
        products.entrySet().stream()
            .map(each -> new Parts(each.getKey(), kind.apply(each.getValue())))
            .filter(each -> !each.parts().isEmpty())
            .toList();
    if (!parts.isEmpty()) {
      sql.update(statement, json.write(parts));
    }
  }
}
