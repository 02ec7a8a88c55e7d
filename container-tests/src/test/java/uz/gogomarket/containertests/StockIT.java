package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.AdjustStock;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.OutOfStock;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.catalog.StockLevel;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

@ContainerTest
class StockIT {

  @Inject Goods goods;
  @Inject Actors actors;
  @Inject StockService stock;
  @Inject StockKeeping keeping;
  @Inject SellableItems sellable;
  @Inject ProductService products;
  @Inject VariantService variants;
  @Inject Sql sql;
  @Inject ManagedThreads transactions;
  @Resource ManagedThreadFactory threads;

  private long seller;
  private long category;

  @BeforeEach
  void aSeller() {
    seller = goods.newSeller();
    category = goods.newCategoryOf(null, null).id();
  }

  @Test
  void of_200_buyers_at_once_ten_get_one_of_ten_units() throws Exception {
    ItemRef item = ItemRef.product(onSale(10).id());

    List<Boolean> bought = atOnce(200, () -> took(new StockLine(item, 1)));

    assertThat(bought).filteredOn(done -> done).hasSize(10);
    assertThat(left(item)).isZero();
  }

  @Test
  void of_200_buyers_of_variants_each_variant_serves_as_many_as_it_has() throws Exception {
    SellerProduct shirt = goods.onSaleInColours(seller, category, "Koʻylak", 5, "oq", "qora");
    List<ItemRef> colours =
        shirt.variants().stream().map(each -> ItemRef.variant(shirt.id(), each.id())).toList();

    List<Boolean> bought =
        atOnce(200, () -> took(new StockLine(colours.get(0), 1), new StockLine(colours.get(1), 1)));

    assertThat(bought).filteredOn(done -> done).hasSize(5);
    assertThat(colours).allSatisfy(each -> assertThat(left(each)).isZero());
  }

  @Test
  void orders_that_name_the_same_items_in_any_order_do_not_wait_in_a_circle() throws Exception {
    List<ItemRef> items = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      items.add(ItemRef.product(onSale(1000).id()));
    }
    List<Callable<Boolean>> orders = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<StockLine> lines =
          new ArrayList<>(items.stream().map(item -> new StockLine(item, 1)).toList());
      java.util.Collections.shuffle(lines, new java.util.Random(i));
      orders.add(() -> took(lines.toArray(StockLine[]::new)));
    }

    assertThat(together(orders)).containsOnly(true);
    assertThat(items).allSatisfy(each -> assertThat(left(each)).isEqualTo(940));
  }

  @Test
  void two_lines_of_one_item_are_summed() {
    ItemRef item = ItemRef.product(onSale(10).id());

    assertThatThrownBy(() -> take(new StockLine(item, 6), new StockLine(item, 5)))
        .isInstanceOfSatisfying(
            OutOfStock.class,
            e -> assertThat(e.shortages()).containsExactly(new OutOfStock.Shortage(item, 11, 10)));
    assertThat(left(item)).isEqualTo(10);
    take(new StockLine(item, 6), new StockLine(item, 4));
    assertThat(left(item)).isZero();
  }

  @Test
  void where_one_is_short_nothing_is_taken_and_all_that_is_short_is_named() {
    ItemRef enough = ItemRef.product(onSale(10).id());
    ItemRef few = ItemRef.product(onSale(1).id());
    ItemRef none = ItemRef.product(onSale(0).id());

    assertThatThrownBy(
            () -> take(new StockLine(none, 1), new StockLine(enough, 3), new StockLine(few, 2)))
        .isInstanceOfSatisfying(
            OutOfStock.class,
            e ->
                assertThat(e.shortages())
                    .containsExactly(
                        new OutOfStock.Shortage(few, 2, 1), new OutOfStock.Shortage(none, 1, 0)));
    assertThat(left(enough)).isEqualTo(10);
    assertThat(left(few)).isEqualTo(1);
  }

  @Test
  void what_is_given_back_can_be_sold_again() {
    ItemRef item = ItemRef.product(onSale(2).id());
    take(new StockLine(item, 2));

    actors.runAsSystem("test", () -> stock.giveBack(List.of(new StockLine(item, 2))));

    assertThat(left(item)).isEqualTo(2);
  }

  @Test
  void units_of_a_product_that_has_variants_by_now_are_dropped_and_that_is_on_record() {
    SellerProduct shirt = goods.onSale(seller, category, "Koʻylak", "100000", 2);
    StockLine both = new StockLine(ItemRef.product(shirt.id()), 2);
    take(both);
    goods.asSeller(
        seller,
        () -> {
          SellerProduct optioned =
              products.update(
                  shirt.id(), shirt.version(), Goods.productInColours(category, "Koʻylak", "oq"));
          return variants.add(
              shirt.id(), optioned.version(), new CreateVariant(Goods.variant("oq"), 5));
        });

    actors.runAsSystem("test", () -> stock.giveBack(List.of(both)));

    assertThat(goods.asSeller(seller, () -> keeping.levels(shirt.id())))
        .extracting(StockLevel::quantity)
        .containsExactly(5);
    assertThat(recordsOf(shirt.id(), "stock.dropped")).isOne();
  }

  @Test
  void a_draft_cannot_be_taken() {
    ItemRef draft = ItemRef.product(goods.draft(seller, category, "Choynak", "10", 5).id());

    assertThatThrownBy(() -> take(new StockLine(draft, 1))).isInstanceOf(OutOfStock.class);
  }

  @Test
  void a_product_with_variants_is_not_taken_without_one() {
    SellerProduct shirt = goods.onSaleInColours(seller, category, "Koʻylak", 5, "oq");

    assertThatThrownBy(() -> take(new StockLine(ItemRef.product(shirt.id()), 1)))
        .isInstanceOf(OutOfStock.class);
  }

  @Test
  void a_variant_of_another_product_is_not_taken() {
    SellerProduct shirt = goods.onSaleInColours(seller, category, "Koʻylak", 5, "oq");
    SellerProduct other = goods.onSaleInColours(seller, category, "Shim", 5, "oq");
    ItemRef mixed = ItemRef.variant(shirt.id(), other.variants().get(0).id());

    assertThatThrownBy(() -> take(new StockLine(mixed, 1))).isInstanceOf(OutOfStock.class);
    assertThat(load(mixed)).isEmpty();
  }

  @Test
  void a_count_is_refused_where_stock_moved_since_it_was_read() {
    long product = onSale(10).id();
    StockLevel read = goods.asSeller(seller, () -> keeping.levels(product)).get(0);
    take(new StockLine(ItemRef.product(product), 1));

    assertThatThrownBy(
            () ->
                goods.asSeller(
                    seller, () -> keeping.set(product, read.version(), new SetStock(null, 50))))
        .isInstanceOf(StaleVersion.class);
    assertThat(left(ItemRef.product(product))).isEqualTo(9);
  }

  @Test
  void no_adjustment_takes_stock_below_zero() {
    long product = onSale(3).id();

    assertThatThrownBy(
            () ->
                goods.asSeller(
                    seller, () -> keeping.adjust(product, new AdjustStock(null, -4, "lost"))))
        .isInstanceOf(OutOfStock.class);
    assertThat(
            goods
                .asSeller(seller, () -> keeping.adjust(product, new AdjustStock(null, -3, "sold")))
                .quantity())
        .isZero();
  }

  @Test
  void nobody_counts_somebody_elses_stock() {
    long product = onSale(3).id();
    long other = goods.newSeller();

    assertThatThrownBy(() -> goods.asSeller(other, () -> keeping.levels(product)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                goods.asSeller(
                    other, () -> keeping.adjust(product, new AdjustStock(null, 5, null))))
        .isInstanceOf(NotFound.class);
  }

  private int recordsOf(long product, String action) {
    return transactions.inTransaction(
        () ->
            actors.runAsSystem(
                "test",
                () ->
                    sql.one(
                        "select count(*) as n from audit_logs where entity_id = ? and action = ?",
                        row -> row.intValue("n"),
                        product,
                        action)));
  }

  private SellerProduct onSale(int units) {
    return goods.onSale(seller, category, "Choynak", "25000", units);
  }

  private void take(StockLine... lines) {
    actors.runAsSystem("test", () -> stock.take(List.of(lines)));
  }

  private boolean took(StockLine... lines) {
    try {
      take(lines);
      return true;
    } catch (OutOfStock e) {
      return false;
    }
  }

  private int left(ItemRef item) {
    return load(item).get(0).available();
  }

  private List<SellableItem> load(ItemRef item) {
    return actors.runAsSystem("test", () -> sellable.load(List.of(item)));
  }

  private List<Boolean> atOnce(int times, Callable<Boolean> work) throws Exception {
    return together(java.util.Collections.nCopies(times, work));
  }

  private List<Boolean> together(List<Callable<Boolean>> work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(work.size(), threads);
    try {
      CountDownLatch ready = new CountDownLatch(1);
      List<Future<Boolean>> running = new ArrayList<>();
      for (Callable<Boolean> each : work) {
        running.add(
            executor.submit(
                () -> {
                  ready.await();
                  return each.call();
                }));
      }
      ready.countDown();
      List<Boolean> done = new ArrayList<>();
      for (Future<Boolean> each : running) {
        done.add(each.get(60, TimeUnit.SECONDS));
      }
      return done;
    } finally {
      executor.shutdownNow();
    }
  }
}
