package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.AdjustStock;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductBatchService;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SellerVariant;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.catalog.StockLevel;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Validation;

/**
 * Changes how many there are of things and what they cost. What a line names is looked up for all
 * lines together, and refused before anything was changed; then all of it is locked, in the order
 * in which checkouts lock what they sell, so that none waits in a circle.
 */
@ApplicationScoped
class OfferLines {

  private static final String REASON = "partner";

  @Inject ProductBatchService batch;
  @Inject PriceService prices;
  @Inject VariantService variants;
  @Inject StockKeeping stock;
  @Inject StockService locks;
  @Inject Validation validation;

  /** What is done to a product that a line names, and to the variant where it names one. */
  private interface Change<L> {
    LineResult apply(Numbered<L> line, SellerProduct product, @Nullable SellerVariant variant);
  }

  List<LineResult> stock(List<Numbered<UpdateStock>> lines) {
    Map<String, SellerProduct> there = find(lines);
    locks.lock(
        named(lines, there, UpdateStock::variantSku)
            .map(found -> item(found.product(), found.variant()))
            .toList());
    Map<ItemRef, StockLevel> levels = new HashMap<>();
    return each(
        lines,
        there,
        UpdateStock::variantSku,
        (line, product, variant) -> stock(line, product, variant, levels));
  }

  List<LineResult> price(List<Numbered<UpdatePrice>> lines) {
    Map<String, SellerProduct> there = find(lines);
    locks.lock(
        named(lines, there, UpdatePrice::variantSku)
            .flatMap(
                found ->
                    Stream.of(
                        ItemRef.product(found.product().id()),
                        item(found.product(), found.variant())))
            .toList());
    return each(
        lines,
        there,
        UpdatePrice::variantSku,
        (line, product, variant) -> price(line, product, variant, there));
  }

  private <L> Map<String, SellerProduct> find(List<Numbered<L>> lines) {
    return new HashMap<>(batch.bySku(lines.stream().map(Numbered::sku).toList()));
  }

  /** What a line names, as far as it is there. */
  private record Named(SellerProduct product, @Nullable SellerVariant variant) {}

  private static <L> Stream<Named> named(
      List<Numbered<L>> lines,
      Map<String, SellerProduct> there,
      Function<L, @Nullable String> variantSku) {
    List<Named> named = new ArrayList<>();
    for (Numbered<L> line : lines) {
      SellerProduct product = there.get(line.sku());
      if (product != null) {
        named.add(new Named(product, variant(product, variantSku.apply(line.line())).orElse(null)));
      }
    }
    return named.stream();
  }

  private static ItemRef item(SellerProduct product, @Nullable SellerVariant variant) {
    return new ItemRef(product.id(), variant == null ? null : variant.id());
  }

  private static <L> List<LineResult> each(
      List<Numbered<L>> lines,
      Map<String, SellerProduct> there,
      Function<L, @Nullable String> variantSku,
      Change<L> change) {
    Map<Integer, LineResult> results = new HashMap<>();
    for (Numbered<L> line : lines) {
      SellerProduct product = there.get(line.sku());
      String sku = variantSku.apply(line.line());
      Optional<SellerVariant> variant = variant(product, sku);
      LineResult result;
      if (product == null) {
        result = line.failed(new NotFound("product", line.sku()));
      } else if (sku != null && variant.isEmpty()) {
        result = line.failed(new NotFound("variant", sku));
      } else {
        result = change.apply(line, product, variant.orElse(null));
      }
      results.put(line.number(), result);
    }
    return lines.stream().map(line -> results.get(line.number())).toList();
  }

  private LineResult stock(
      Numbered<UpdateStock> line,
      SellerProduct product,
      @Nullable SellerVariant variant,
      Map<ItemRef, StockLevel> levels) {
    Integer change = line.line().change();
    Integer quantity = line.line().quantity();
    ItemRef item = item(product, variant);
    StockLevel before = levels.getOrDefault(item, level(product, variant));
    if (before == null) {
      return line.failed(InvalidInput.of("variantSku", "variant_needed"));
    }
    StockLevel after;
    if (change != null) {
      after = move(item, change, before);
    } else if (quantity != null) {
      after = count(item, quantity, before);
    } else {
      return line.failed(InvalidInput.of("quantity", "quantity_needed"));
    }
    levels.put(item, after);
    Outcome outcome =
        after.version() == before.version() && after.quantity() == before.quantity()
            ? Outcome.UNCHANGED
            : Outcome.UPDATED;
    return LineResult.done(line.number(), line.sku(), outcome, product.id(), after.quantity());
  }

  private StockLevel move(ItemRef item, int change, StockLevel before) {
    return change == 0
        ? before
        : stock.adjust(item.productId(), new AdjustStock(item.variantId(), change, REASON));
  }

  private StockLevel count(ItemRef item, int quantity, StockLevel before) {
    return before.quantity() == quantity
        ? before
        : stock.set(item.productId(), before.version(), new SetStock(item.variantId(), quantity));
  }

  private static @Nullable StockLevel level(
      SellerProduct product, @Nullable SellerVariant variant) {
    return variant == null
        ? product.stock()
        : new StockLevel(
            product.id(),
            variant.id(),
            variant.variant().sku(),
            variant.stockQuantity(),
            variant.stockVersion());
  }

  private LineResult price(
      Numbered<UpdatePrice> line,
      SellerProduct product,
      @Nullable SellerVariant variant,
      Map<String, SellerProduct> there) {
    SavePrice price = line.line().price();
    Money adjustment = line.line().priceAdjustment();
    SellerProduct after;
    if (price != null) {
      try {
        InvalidInput.under("price", () -> validation.require(price));
      } catch (InvalidInput invalid) {
        return line.failed(invalid);
      }
      after = set(product, price);
    } else if (variant != null && adjustment != null) {
      after = adjust(product, variant, adjustment);
    } else {
      return line.failed(InvalidInput.of("price", "price_needed"));
    }
    there.put(line.sku(), after);
    return line.done(
        after.version() == product.version() ? Outcome.UNCHANGED : Outcome.UPDATED, product.id());
  }

  private SellerProduct set(SellerProduct product, SavePrice price) {
    return Sameness.same(product.price(), price)
        ? product
        : InvalidInput.under("price", () -> prices.set(product.id(), product.version(), price));
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

  private static Optional<SellerVariant> variant(
      @Nullable SellerProduct product, @Nullable String sku) {
    return product == null || sku == null
        ? Optional.empty()
        : product.variants().stream().filter(each -> sku.equals(each.variant().sku())).findFirst();
  }
}
