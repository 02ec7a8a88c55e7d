package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductBatchService;
import uz.gogomarket.catalog.ProductBatchService.Made;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductStatus;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerVariant;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Validation;

/** Brings products to the state that lines describe; what is so already is left alone. */
@ApplicationScoped
class ProductLines {

  @Inject ProductBatchService batch;
  @Inject ProductService products;
  @Inject PriceService prices;
  @Inject VariantService variants;
  @Inject StockService locks;
  @Inject Validation validation;

  /** What is new and has no variants is made as a set, all else product by product. */
  List<LineResult> upsert(List<Numbered<UpsertProduct>> lines) {
    Map<String, SellerProduct> there =
        new HashMap<>(batch.bySku(lines.stream().map(Numbered::sku).toList()));
    Map<Integer, LineResult> results = new HashMap<>();
    Map<String, Numbered<UpsertProduct>> fresh = new LinkedHashMap<>();
    List<Numbered<UpsertProduct>> others = new ArrayList<>();
    for (Numbered<UpsertProduct> line : lines) {
      try {
        requireValid(line.line());
        boolean plain = isPlain(line.line()) && !there.containsKey(line.sku());
        if (!plain || fresh.putIfAbsent(line.sku(), line) != null) {
          others.add(line);
        }
      } catch (InvalidInput invalid) {
        results.put(line.number(), line.failed(invalid));
      }
    }
    lock(others, there);
    results.putAll(create(List.copyOf(fresh.values())));
    for (Numbered<UpsertProduct> line : others) {
      results.put(line.number(), upsert(line, there));
    }
    return lines.stream().map(line -> results.get(line.number())).toList();
  }

  /** All that is there, in the order in which checkouts lock what they sell. */
  private void lock(List<Numbered<UpsertProduct>> lines, Map<String, SellerProduct> there) {
    List<ItemRef> items = new ArrayList<>();
    for (Numbered<UpsertProduct> line : lines) {
      SellerProduct product = there.get(line.sku());
      if (product != null) {
        Set<String> skus = skusOf(line.line());
        items.add(ItemRef.product(product.id()));
        product.variants().stream()
            .filter(variant -> skus.contains(String.valueOf(variant.variant().sku())))
            .forEach(variant -> items.add(ItemRef.variant(product.id(), variant.id())));
      }
    }
    locks.lock(items);
  }

  private static Set<String> skusOf(UpsertProduct line) {
    return line.variants().stream()
        .map(each -> String.valueOf(each.variant().sku()))
        .collect(Collectors.toSet());
  }

  private void requireValid(UpsertProduct line) {
    validation.require(line);
    if (!line.variants().isEmpty() && line.product().stockQuantity() != null) {
      throw InvalidInput.of("product.stockQuantity", "stock_on_variants");
    }
  }

  /** What may be put on sale as it is made, without a look at anything else. */
  private static boolean isPlain(UpsertProduct line) {
    SaveProduct product = line.product().product();
    return line.variants().isEmpty()
        && product.options().isEmpty()
        && !Boolean.TRUE.equals(product.digital());
  }

  private Map<Integer, LineResult> create(List<Numbered<UpsertProduct>> fresh) {
    if (fresh.isEmpty()) {
      return Map.of();
    }
    Map<Integer, LineResult> results = new HashMap<>();
    List<Long> onSale = new ArrayList<>();
    List<Made> made = batch.create(fresh.stream().map(line -> line.line().product()).toList());
    for (int i = 0; i < fresh.size(); i++) {
      Numbered<UpsertProduct> line = fresh.get(i);
      Long id = made.get(i).id();
      if (id == null) {
        results.put(
            line.number(),
            line.failed(Objects.requireNonNull(made.get(i).refusal()).under("product")));
      } else {
        results.put(line.number(), line.done(Outcome.CREATED, id));
        if (Boolean.TRUE.equals(line.line().onSale())) {
          onSale.add(id);
        }
      }
    }
    batch.publish(onSale);
    return results;
  }

  private LineResult upsert(Numbered<UpsertProduct> numbered, Map<String, SellerProduct> there) {
    UpsertProduct line = numbered.line();
    SellerProduct before = there.get(numbered.sku());
    if (before == null) {
      before = products.findBySku(numbered.sku()).map(products::get).orElse(null);
    }
    SellerProduct product =
        before == null
            ? InvalidInput.under("product", () -> products.create(line.product()))
            : price(content(before, line.product()), line.product().price());
    for (int i = 0; i < line.variants().size(); i++) {
      product = variant(product, "variants[" + i + "]", line.variants().get(i));
    }
    product = sale(product, line.onSale());
    there.put(numbered.sku(), product);
    Outcome outcome =
        before == null
            ? Outcome.CREATED
            : product.version() == before.version() ? Outcome.UNCHANGED : Outcome.UPDATED;
    return numbered.done(outcome, product.id());
  }

  private SellerProduct content(SellerProduct product, CreateProduct wanted) {
    SaveProduct content = Sameness.keeping(product.product(), wanted.product());
    return Sameness.same(product.product(), content)
        ? product
        : InvalidInput.under(
            "product.product", () -> products.update(product.id(), product.version(), content));
  }

  private SellerProduct price(SellerProduct product, SavePrice price) {
    return Sameness.same(product.price(), price)
        ? product
        : InvalidInput.under(
            "product.price", () -> prices.set(product.id(), product.version(), price));
  }

  private SellerProduct variant(SellerProduct product, String path, CreateVariant line) {
    String sku = line.variant().sku();
    Optional<SellerVariant> known =
        product.variants().stream()
            .filter(each -> Objects.equals(each.variant().sku(), sku))
            .findFirst();
    if (known.isEmpty()) {
      return InvalidInput.under(path, () -> variants.add(product.id(), product.version(), line));
    }
    SellerVariant variant = known.get();
    SaveVariant wanted = Sameness.keeping(variant.variant(), line.variant());
    return Sameness.same(variant.variant(), wanted)
        ? product
        : InvalidInput.under(
            path + ".variant",
            () -> variants.update(product.id(), variant.id(), product.version(), wanted));
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
