package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.AdjustStock;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerVariant;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.catalog.StockLevel;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Validation;

/** Changes how many there are of something and what it costs. */
@ApplicationScoped
class OfferLines {

  private static final String REASON = "partner";

  @Inject ProductService products;
  @Inject PriceService prices;
  @Inject VariantService variants;
  @Inject StockKeeping stock;
  @Inject Validation validation;

  LineResult stock(int number, UpdateStock line) {
    SellerProduct product = product(line.sku());
    Long variantId = line.variantSku() == null ? null : variant(product, line.variantSku()).id();
    Integer change = line.change();
    StockLevel before = level(product, variantId);
    StockLevel after =
        change != null
            ? move(product, variantId, change, before)
            : count(product, variantId, line, before);
    Outcome outcome =
        after.version() == before.version() && after.quantity() == before.quantity()
            ? Outcome.UNCHANGED
            : Outcome.UPDATED;
    return LineResult.done(number, line.sku(), outcome, product.id(), after.quantity());
  }

  LineResult price(int number, UpdatePrice line) {
    SellerProduct product = product(line.sku());
    SavePrice price = line.price();
    String variantSku = line.variantSku();
    SellerProduct after;
    if (price != null) {
      after =
          Sameness.same(product.price(), price)
              ? product
              : prices.set(product.id(), product.version(), validation.require(price));
    } else if (variantSku != null && line.priceAdjustment() != null) {
      after = adjust(product, variant(product, variantSku), line.priceAdjustment());
    } else {
      throw InvalidInput.of("price", "is required, or a variant's priceAdjustment");
    }
    Outcome outcome = after.version() == product.version() ? Outcome.UNCHANGED : Outcome.UPDATED;
    return LineResult.done(number, line.sku(), outcome, product.id(), null);
  }

  private StockLevel move(
      SellerProduct product, @Nullable Long variantId, int change, StockLevel before) {
    return change == 0
        ? before
        : stock.adjust(product.id(), new AdjustStock(variantId, change, REASON));
  }

  private StockLevel count(
      SellerProduct product, @Nullable Long variantId, UpdateStock line, StockLevel before) {
    Integer quantity = line.quantity();
    if (quantity == null) {
      throw InvalidInput.of("quantity", "is required, or change");
    }
    return before.quantity() == quantity
        ? before
        : stock.set(product.id(), before.version(), new SetStock(variantId, quantity));
  }

  private StockLevel level(SellerProduct product, @Nullable Long variantId) {
    return stock.levels(product.id()).stream()
        .filter(each -> Objects.equals(each.variantId(), variantId))
        .findFirst()
        .orElseThrow(() -> InvalidInput.of("variantSku", "is required: it has variants"));
  }

  private SellerProduct adjust(SellerProduct product, SellerVariant variant, Money adjustment) {
    SaveVariant there = variant.variant();
    SaveVariant wanted =
        new SaveVariant(
            there.sku(),
            there.name(),
            there.options(),
            adjustment,
            there.compareAtPrice(),
            there.allowBackorder(),
            there.imageUrl(),
            there.active());
    return Sameness.same(there, wanted)
        ? product
        : variants.update(product.id(), variant.id(), product.version(), wanted);
  }

  private SellerProduct product(String sku) {
    return products
        .findBySku(sku)
        .map(products::get)
        .orElseThrow(() -> new NotFound("product", sku));
  }

  private static SellerVariant variant(SellerProduct product, String sku) {
    return product.variants().stream()
        .filter(each -> sku.equals(each.variant().sku()))
        .findFirst()
        .orElseThrow(() -> new NotFound("variant", sku));
  }
}
