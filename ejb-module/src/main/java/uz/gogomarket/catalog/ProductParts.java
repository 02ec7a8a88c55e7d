package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Sql;

/** Writes what hangs on a product: a statement for each kind of part, however many parts. */
@ApplicationScoped
class ProductParts {

  @Inject Sql sql;
  @Inject Json json;

  void insert(long productId, SaveProduct product) {
    if (!product.translations().isEmpty()) {
      insertTranslations(productId, product.translations());
    }
    if (!product.attributes().isEmpty()) {
      insertAttributes(productId, product.attributes());
    }
    if (!product.options().isEmpty()) {
      insertOptions(productId, product.options());
    }
    if (!product.images().isEmpty()) {
      insertImages(productId, product.images());
    }
  }

  /** Replaces the kinds that differ from before. */
  void replace(long productId, SaveProduct before, SaveProduct after) {
    if (!before.translations().equals(after.translations())) {
      sql.update("delete from product_translations where product_id = ?", productId);
      insertTranslations(productId, after.translations());
    }
    if (!before.attributes().equals(after.attributes())) {
      sql.update("delete from product_attributes where product_id = ?", productId);
      insertAttributes(productId, after.attributes());
    }
    if (!before.options().equals(after.options())) {
      sql.update("delete from product_options where product_id = ?", productId);
      insertOptions(productId, after.options());
    }
    if (!before.images().equals(after.images())) {
      sql.update("delete from product_images where product_id = ?", productId);
      insertImages(productId, after.images());
    }
  }

  private void insertTranslations(long productId, List<ProductTranslation> translations) {
    sql.update(
        """
        insert into product_translations (product_id, locale, name, description, short_description)
        select ?, t.locale, t.name, t.description, t."shortDescription"
        from jsonb_to_recordset(?::jsonb) as t (locale locale_enum, name text, description text,
                                                "shortDescription" text)
        """,
        productId,
        json.write(translations));
  }

  private void insertAttributes(long productId, List<ProductAttribute> attributes) {
    sql.update(
        """
        insert into product_attributes (product_id, name, value, sort_order)
        select ?, a.value ->> 'name', a.value ->> 'value', a.position
        from jsonb_array_elements(?::jsonb) with ordinality as a (value, position)
        """,
        productId,
        json.write(attributes));
  }

  private void insertOptions(long productId, List<ProductOption> options) {
    sql.update(
        """
        insert into product_options (product_id, name, position, values)
        select ?, o.value ->> 'name', o.position,
               array(select jsonb_array_elements_text(o.value -> 'values'))
        from jsonb_array_elements(?::jsonb) with ordinality as o (value, position)
        """,
        productId,
        json.write(options));
  }

  private void insertImages(long productId, List<ProductImage> images) {
    sql.update(
        """
        insert into product_images (product_id, url, thumbnail_url, alt_text, sort_order,
                                    is_primary)
        select ?, i.value ->> 'url', i.value ->> 'thumbnailUrl', i.value ->> 'altText', i.position,
               i.position = 1
        from jsonb_array_elements(?::jsonb) with ordinality as i (value, position)
        """,
        productId,
        json.write(images));
  }
}
