package uz.gogomarket.web.soap.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ProductAttribute;
import uz.gogomarket.catalog.ProductImage;
import uz.gogomarket.catalog.ProductOption;
import uz.gogomarket.catalog.ProductTranslation;
import uz.gogomarket.catalog.ProductVisibility;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.identity.Language;
import uz.gogomarket.partners.UpdatePrice;
import uz.gogomarket.partners.UpdateStock;
import uz.gogomarket.partners.UpsertProduct;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.web.soap.Values;
import uz.gogomarket.web.soap.contract.catalog.Choice;
import uz.gogomarket.web.soap.contract.catalog.Price;
import uz.gogomarket.web.soap.contract.catalog.PriceLine;
import uz.gogomarket.web.soap.contract.catalog.ProductData;
import uz.gogomarket.web.soap.contract.catalog.ProductLine;
import uz.gogomarket.web.soap.contract.catalog.StockLine;
import uz.gogomarket.web.soap.contract.catalog.Term;
import uz.gogomarket.web.soap.contract.catalog.VariantData;
import uz.gogomarket.web.soap.contract.catalog.VariantLine;

/** Requests of the contract as the use cases take them. */
final class CatalogRequests {

  private CatalogRequests() {}

  static List<UpsertProduct> products(List<ProductLine> lines) {
    List<UpsertProduct> products = new ArrayList<>(lines.size());
    for (ProductLine line : lines) {
      products.add(product(line, "product" + ContractPaths.position(products.size() + 1)));
    }
    return products;
  }

  private static UpsertProduct product(ProductLine line, String path) {
    List<CreateVariant> variants = new ArrayList<>();
    for (VariantLine variant : line.getVariant()) {
      String place = path + "/variant" + ContractPaths.position(variants.size() + 1);
      variants.add(variant(variant, place));
    }
    return new UpsertProduct(
        line.getSku(),
        new CreateProduct(
            content(line.getSku(), line.getData()), price(line.getPrice()), line.getInitialStock()),
        variants,
        line.isOnSale());
  }

  static UpdateStock stock(StockLine line) {
    return new UpdateStock(
        line.getSku(), line.getVariantSku(), line.getQuantity(), line.getChange());
  }

  static UpdatePrice price(PriceLine line) {
    return new UpdatePrice(
        line.getSku(),
        line.getPrice() == null ? null : price(line.getPrice()),
        line.getVariantSku(),
        Values.moneyOrNull(line.getPriceAdjustment()));
  }

  private static SavePrice price(Price price) {
    return new SavePrice(
        Values.money(price.getBasePrice()),
        Values.moneyOrNull(price.getSalePrice()),
        price.isSaleActive(),
        price.getSaleEndsAt());
  }

  private static SaveProduct content(String sku, ProductData data) {
    return new SaveProduct(
        data.getCategoryId(),
        language(data.getLanguage()),
        data.getName(),
        data.getDescription(),
        data.getShortDescription(),
        sku,
        data.getBarcode(),
        data.getBrand(),
        null,
        data.getTaxRate(),
        data.getWeightKg(),
        data.getLengthCm(),
        data.getWidthCm(),
        data.getHeightCm(),
        visibility(data.getVisibility()),
        data.getTag(),
        data.isDigital(),
        data.isRequiresShipping(),
        null,
        data.isAllowBackorder(),
        data.getMinOrderQuantity(),
        data.getMaxOrderQuantity(),
        null,
        null,
        null,
        data.getTranslation().stream()
            .map(
                each ->
                    new ProductTranslation(
                        language(each.getLanguage()),
                        each.getName(),
                        each.getDescription(),
                        each.getShortDescription(),
                        terms(each.getTerm())))
            .toList(),
        data.getAttribute().stream()
            .map(each -> new ProductAttribute(each.getName(), each.getValue()))
            .toList(),
        data.getOption().stream()
            .map(each -> new ProductOption(each.getName(), List.copyOf(each.getValue())))
            .toList(),
        data.getImage().stream()
            .map(each -> new ProductImage(each.getUrl(), each.getThumbnailUrl(), each.getAltText()))
            .toList());
  }

  private static CreateVariant variant(VariantLine line, String path) {
    VariantData data = line.getData();
    return new CreateVariant(
        new SaveVariant(
            line.getSku(),
            data.getName(),
            choices(data.getChoice(), path + "/data/choice"),
            Values.moneyOrNull(data.getPriceAdjustment()),
            Values.moneyOrNull(data.getCompareAtPrice()),
            data.isAllowBackorder(),
            data.getImageUrl(),
            data.isActive()),
        line.getInitialStock());
  }

  private static Map<String, String> choices(List<Choice> choices, String path) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (Choice choice : choices) {
      if (byName.put(choice.getName(), choice.getValue()) != null) {
        throw InvalidInput.of(path, "repeated");
      }
    }
    return byName;
  }

  private static Map<String, String> terms(List<Term> terms) {
    Map<String, String> byWritten = new LinkedHashMap<>();
    for (Term each : terms) {
      if (byWritten.put(each.getWritten(), each.getTranslated()) != null) {
        throw InvalidInput.of("product/data/translation/term", "repeated");
      }
    }
    return byWritten;
  }

  private static Language language(String label) {
    return EnumConverter.parse(Language.class, label);
  }

  private static @Nullable ProductVisibility visibility(@Nullable String label) {
    return label == null ? null : EnumConverter.parse(ProductVisibility.class, label);
  }
}
