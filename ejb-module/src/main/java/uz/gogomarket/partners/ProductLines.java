package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerVariant;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Validation;

/** Brings a product to the state that a line describes; what is so already is left alone. */
@ApplicationScoped
class ProductLines {

  @Inject ProductService products;
  @Inject PriceService prices;
  @Inject VariantService variants;
  @Inject Validation validation;

  LineResult upsert(int number, UpsertProduct line) {
    validation.require(line);
    if (!line.variants().isEmpty() && line.product().stockQuantity() != null) {
      throw InvalidInput.of("initialStock", "is kept on the variants");
    }
    Optional<Long> known = products.findBySku(line.sku());
    SellerProduct before = known.map(products::get).orElse(null);
    SellerProduct product = before == null ? products.create(line.product()) : before;
    if (before != null) {
      product = content(product, line.product());
      product = price(product, line.product().price());
    }
    for (CreateVariant variant : line.variants()) {
      product = variant(product, variant);
    }
    product = sale(product, line.onSale());
    Outcome outcome =
        before == null
            ? Outcome.CREATED
            : product.version() == before.version() ? Outcome.UNCHANGED : Outcome.UPDATED;
    return LineResult.done(number, line.sku(), outcome, product.id(), null);
  }

  private SellerProduct content(SellerProduct product, CreateProduct wanted) {
    SaveProduct content = Sameness.keeping(product.product(), wanted.product());
    return Sameness.same(product.product(), content)
        ? product
        : products.update(product.id(), product.version(), content);
  }

  private SellerProduct price(SellerProduct product, SavePrice price) {
    return Sameness.same(product.price(), price)
        ? product
        : prices.set(product.id(), product.version(), price);
  }

  private SellerProduct variant(SellerProduct product, CreateVariant line) {
    String sku = line.variant().sku();
    Optional<SellerVariant> known =
        product.variants().stream()
            .filter(each -> Objects.equals(each.variant().sku(), sku))
            .findFirst();
    if (known.isEmpty()) {
      return variants.add(product.id(), product.version(), line);
    }
    SellerVariant variant = known.get();
    SaveVariant wanted = Sameness.keeping(variant.variant(), line.variant());
    return Sameness.same(variant.variant(), wanted)
        ? product
        : variants.update(product.id(), variant.id(), product.version(), wanted);
  }

  private SellerProduct sale(SellerProduct product, @Nullable Boolean on) {
    boolean active = product.status() == ProductStatus.ACTIVE;
    boolean shown = active || product.status() == ProductStatus.OUT_OF_STOCK;
    if (Boolean.TRUE.equals(on) && !active) {
      return products.publish(product.id(), product.version());
    }
    return Boolean.FALSE.equals(on) && shown
        ? products.archive(product.id(), product.version())
        : product;
  }
}
