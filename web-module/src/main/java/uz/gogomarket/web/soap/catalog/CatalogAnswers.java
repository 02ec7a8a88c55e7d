package uz.gogomarket.web.soap.catalog;

import java.util.List;
import java.util.TreeMap;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerProductSummary;
import uz.gogomarket.catalog.SellerVariant;
import uz.gogomarket.partners.BatchResult;
import uz.gogomarket.web.soap.Faults;
import uz.gogomarket.web.soap.Values;
import uz.gogomarket.web.soap.contract.catalog.Attribute;
import uz.gogomarket.web.soap.contract.catalog.Choice;
import uz.gogomarket.web.soap.contract.catalog.Image;
import uz.gogomarket.web.soap.contract.catalog.LineResult;
import uz.gogomarket.web.soap.contract.catalog.Option;
import uz.gogomarket.web.soap.contract.catalog.Price;
import uz.gogomarket.web.soap.contract.catalog.Product;
import uz.gogomarket.web.soap.contract.catalog.ProductData;
import uz.gogomarket.web.soap.contract.catalog.ProductSummary;
import uz.gogomarket.web.soap.contract.catalog.Term;
import uz.gogomarket.web.soap.contract.catalog.Translation;
import uz.gogomarket.web.soap.contract.catalog.Variant;
import uz.gogomarket.web.soap.contract.catalog.VariantData;

/** What the use cases answer as the contract has it. */
final class CatalogAnswers {

  private CatalogAnswers() {}

  /**
   * @param element of a line in the request
   */
  static List<LineResult> results(String element, BatchResult batch) {
    return batch.lines().stream().map(line -> result(element, line)).toList();
  }

  private static LineResult result(String element, uz.gogomarket.partners.LineResult line) {
    LineResult result = new LineResult();
    result.setLine(line.line());
    result.setSku(line.sku());
    result.setOutcome(Values.label(line.outcome()));
    result.setProductId(line.productId());
    result.setStock(line.stock());
    result.setCode(line.code());
    result.setMessage(line.message());
    result
        .getViolation()
        .addAll(
            Faults.violations(
                line.violations(), field -> ContractPaths.of(element, line.line(), field)));
    return result;
  }

  static ProductSummary summary(SellerProductSummary item) {
    ProductSummary summary = new ProductSummary();
    summary.setProductId(item.id());
    summary.setSku(item.sku());
    summary.setName(item.name());
    summary.setStatus(Values.label(item.status()));
    summary.setPrice(Values.money(item.price()));
    summary.setStock(item.stockQuantity());
    summary.setHasVariants(item.hasVariants());
    summary.setUpdatedAt(item.updatedAt());
    return summary;
  }

  static Product product(SellerProduct seen) {
    Product product = new Product();
    product.setProductId(seen.id());
    product.setSku(seen.product().sku());
    product.setSlug(seen.slug());
    product.setStatus(Values.label(seen.status()));
    product.setBlockedReason(seen.blockedReason());
    product.setData(data(seen.product()));
    product.setPrice(price(seen.price()));
    product.setStock(seen.stock() == null ? null : seen.stock().quantity());
    seen.variants().forEach(each -> product.getVariant().add(variant(each)));
    product.setCreatedAt(seen.createdAt());
    product.setUpdatedAt(seen.updatedAt());
    return product;
  }

  private static Price price(SavePrice seen) {
    Price price = new Price();
    price.setBasePrice(Values.money(seen.basePrice()));
    price.setSalePrice(Values.moneyOrNull(seen.salePrice()));
    price.setSaleActive(seen.saleActive());
    price.setSaleEndsAt(seen.saleEndsAt());
    return price;
  }

  private static ProductData data(SaveProduct seen) {
    ProductData data = new ProductData();
    data.setCategoryId(seen.categoryId());
    data.setLanguage(Values.label(seen.locale()));
    data.setName(seen.name());
    data.setDescription(seen.description());
    data.setShortDescription(Values.text(seen.shortDescription()));
    data.setBarcode(Values.text(seen.barcode()));
    data.setBrand(Values.text(seen.brand()));
    data.setTaxRate(seen.taxRate());
    data.setWeightKg(seen.weightKg());
    data.setLengthCm(seen.lengthCm());
    data.setWidthCm(seen.widthCm());
    data.setHeightCm(seen.heightCm());
    data.setVisibility(seen.visibility() == null ? null : Values.label(seen.visibility()));
    data.setDigital(seen.digital());
    data.setRequiresShipping(seen.requiresShipping());
    data.setAllowBackorder(seen.allowBackorder());
    data.setMinOrderQuantity(seen.minOrderQuantity());
    data.setMaxOrderQuantity(seen.maxOrderQuantity());
    data.getTag().addAll(seen.tags());
    parts(seen, data);
    return data;
  }

  private static void parts(SaveProduct seen, ProductData data) {
    seen.translations()
        .forEach(
            each -> {
              Translation translation = new Translation();
              translation.setLanguage(Values.label(each.locale()));
              translation.setName(each.name());
              translation.setDescription(each.description());
              translation.setShortDescription(Values.text(each.shortDescription()));
              each.terms()
                  .forEach(
                      (written, translated) -> {
                        Term term = new Term();
                        term.setWritten(written);
                        term.setTranslated(translated);
                        translation.getTerm().add(term);
                      });
              data.getTranslation().add(translation);
            });
    seen.attributes()
        .forEach(
            each -> {
              Attribute attribute = new Attribute();
              attribute.setName(each.name());
              attribute.setValue(each.value());
              data.getAttribute().add(attribute);
            });
    seen.options()
        .forEach(
            each -> {
              Option option = new Option();
              option.setName(each.name());
              option.getValue().addAll(each.values());
              data.getOption().add(option);
            });
    seen.images()
        .forEach(
            each -> {
              Image image = new Image();
              image.setUrl(each.url());
              image.setThumbnailUrl(each.thumbnailUrl());
              image.setAltText(Values.text(each.altText()));
              data.getImage().add(image);
            });
  }

  private static Variant variant(SellerVariant seen) {
    VariantData data = new VariantData();
    data.setName(Values.text(seen.variant().name()));
    new TreeMap<>(seen.variant().options())
        .forEach(
            (name, value) -> {
              Choice choice = new Choice();
              choice.setName(name);
              choice.setValue(value);
              data.getChoice().add(choice);
            });
    data.setPriceAdjustment(Values.moneyOrNull(seen.variant().priceAdjustment()));
    data.setCompareAtPrice(Values.moneyOrNull(seen.variant().compareAtPrice()));
    data.setAllowBackorder(seen.variant().allowBackorder());
    data.setImageUrl(seen.variant().imageUrl());
    data.setActive(seen.variant().active());
    Variant variant = new Variant();
    variant.setSku(seen.variant().sku());
    variant.setData(data);
    variant.setStock(seen.stockQuantity());
    return variant;
  }
}
