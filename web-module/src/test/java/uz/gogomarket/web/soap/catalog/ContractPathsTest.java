package uz.gogomarket.web.soap.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the use cases name, as the contract names it. */
class ContractPathsTest {

  @ParameterizedTest
  @CsvSource({
    "sku,                                sku",
    "product.product.sku,                sku",
    "product.product.name,               data/name",
    "product.product.locale,             data/language",
    "product.product.tags[2],            data/tag[3]",
    "product.product.translations[0].locale, data/translation/language",
    "product.product.options[1].values,  data/option[2]/value",
    "product.product.attributes[4].value, data/attribute[5]/value",
    "product.product.images[1].url,      data/image[2]/url",
    "product.price.basePrice,            price/basePrice",
    "product.price,                      price",
    "product.stockQuantity,              initialStock",
    "variants[1].variant.sku,            variant[2]/sku",
    "variants[0].variant.options,        variant/data/choice",
    "variants[1].variant.priceAdjustment, variant[2]/data/priceAdjustment",
    "variants[1].stockQuantity,          variant[2]/initialStock",
    "variants,                           variant",
    "onSale,                             onSale",
  })
  void a_field_of_a_product_line_has_the_path_of_its_element(String field, String path) {
    assertThat(ContractPaths.of("product", 3, field)).isEqualTo("product[3]/" + path);
  }

  @ParameterizedTest
  @CsvSource({"price.salePrice, price/salePrice", "variantSku, variantSku", "quantity, quantity"})
  void the_first_line_is_named_without_its_position(String field, String path) {
    assertThat(ContractPaths.of("item", 1, field)).isEqualTo("item/" + path);
  }
}
