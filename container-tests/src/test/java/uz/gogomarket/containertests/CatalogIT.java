package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.CatalogService;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductCard;
import uz.gogomarket.catalog.ProductDetail;
import uz.gogomarket.catalog.ProductFilter;
import uz.gogomarket.catalog.ProductModeration;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductSort;
import uz.gogomarket.catalog.ProductTranslation;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

@ContainerTest
class CatalogIT {

  @Inject Accounts accounts;
  @Inject Goods goods;
  @Inject Actors actors;
  @Inject CatalogService catalog;
  @Inject ProductService products;
  @Inject VariantService variants;
  @Inject PriceService prices;
  @Inject ProductModeration moderation;
  @Inject SellableItems sellable;
  @Inject StockService stock;
  @Inject ManagedThreads threads;
  @Inject Sql sql;

  private long seller;
  private Goods.Made category;

  @BeforeEach
  void aSellerAndACategory() {
    seller = goods.newSeller();
    category = goods.newCategoryOf(null, 30);
  }

  @Test
  void only_what_is_on_sale_is_listed_and_opened() {
    SellerProduct draft = goods.draft(seller, category.id(), "Piyola", "5000", 3);
    assertThat(listed()).isEmpty();
    assertThatThrownBy(() -> catalog.bySlug(draft.slug())).isInstanceOf(NotFound.class);

    SellerProduct active =
        goods.asSeller(seller, () -> products.publish(draft.id(), draft.version()));
    assertThat(listed()).extracting(ProductCard::id).containsExactly(draft.id());
    assertThat(catalog.bySlug(draft.slug()).price()).isEqualTo(Money.ofSum(5000));

    SellerProduct archived =
        goods.asSeller(seller, () -> products.archive(draft.id(), active.version()));
    assertThat(archived.publishedAt()).isNotNull();
    assertThat(listed()).isEmpty();
    assertThatThrownBy(() -> catalog.bySlug(draft.slug())).isInstanceOf(NotFound.class);
  }

  @Test
  void the_audit_log_keeps_what_was_replaced() {
    SellerProduct product = goods.onSale(seller, category.id(), "Choynak", "9000", 1);
    Instant end = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    SavePrice sale = new SavePrice(Money.ofSum(9000), Money.ofSum(7000), true, end);
    SellerProduct reduced =
        goods.asSeller(seller, () -> prices.set(product.id(), product.version(), sale));
    goods.asSeller(seller, () -> prices.set(product.id(), reduced.version(), Goods.price("9500")));

    assertThat(replaced("price.changed", product.id())).contains(end.toString(), "7000");
    asModerator(accounts.newUser(), () -> moderation.takeDown(product.id(), "Another picture"));
    assertThat(replaced("product.taken_down", product.id())).contains("active");
  }

  /** The old values of the latest row. */
  private String replaced(String action, long id) {
    return threads.inTransaction(
        () ->
            actors.runAsSystem(
                "test",
                () ->
                    sql.one(
                        "select old_values::text as old from audit_logs where action = ?"
                            + " and entity_id = ? order by audit_logs.id desc limit 1",
                        row -> row.string("old"),
                        action,
                        id)));
  }

  @Test
  void a_category_lists_what_is_below_it() {
    Goods.Made below = goods.newCategoryOf(category.id(), null);
    SellerProduct product = goods.onSale(seller, below.id(), "Lagan", "90000", 1);

    assertThat(listed()).extracting(ProductCard::id).containsExactly(product.id());
    assertThat(catalog.bySlug(product.slug()).category())
        .extracting("slug")
        .containsExactly(category.slug(), below.slug());
    assertThat(catalog.bySlug(product.slug()).returnDays()).isEqualTo(30);
  }

  @Test
  void every_order_pages_through_everything_once() {
    for (int i = 0; i < 7; i++) {
      goods.onSale(seller, category.id(), "Tarelka " + i, String.valueOf(1000 + i % 3), 1);
    }
    for (ProductSort sort : ProductSort.values()) {
      if (sort == ProductSort.RELEVANCE) {
        continue;
      }
      List<Long> seen = new ArrayList<>();
      String cursor = null;
      do {
        Page<ProductCard> page = catalog.list(filter(), sort, new PageRequest(2, cursor));
        page.items().forEach(card -> seen.add(card.id()));
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(seen).as(sort.name()).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void prices_go_up_and_down() {
    goods.onSale(seller, category.id(), "Qozon", "300", 1);
    goods.onSale(seller, category.id(), "Kapkir", "100", 1);
    goods.onSale(seller, category.id(), "Chovli", "200", 1);

    assertThat(listed(ProductSort.PRICE_ASC))
        .extracting(card -> card.price().toString())
        .containsExactly("100.00", "200.00", "300.00");
    assertThat(listed(ProductSort.PRICE_DESC))
        .extracting(card -> card.price().toString())
        .containsExactly("300.00", "200.00", "100.00");
  }

  @Test
  void filters_narrow_a_listing() {
    goods.onSale(seller, category.id(), "Qozon", "300", 0);
    SellerProduct shirt = goods.onSaleInColours(seller, category.id(), "Koʻylak", 2, "oq", "qora");

    assertThat(
            list(
                new ProductFilter(
                    category.slug(),
                    seller,
                    List.of("Sinov"),
                    Money.ofSum(1000),
                    Money.ofSum(100_000),
                    true,
                    Map.of("Rang", List.of("qora", "yashil")))))
        .extracting(ProductCard::id)
        .containsExactly(shirt.id());
    assertThat(
            list(
                new ProductFilter(
                    category.slug(),
                    null,
                    List.of(),
                    null,
                    null,
                    false,
                    Map.of("Rang", List.of("yashil")))))
        .isEmpty();
  }

  @Test
  void a_sale_that_is_over_counts_nowhere_even_before_the_job_ends_it() {
    SellerProduct product = goods.onSale(seller, category.id(), "Samovar", "1000", 1);
    goods.asSeller(
        seller,
        () ->
            prices.set(
                product.id(),
                product.version(),
                new SavePrice(
                    Money.ofSum(1000),
                    Money.ofSum(600),
                    true,
                    java.time.Instant.now().plusSeconds(3600))));
    assertThat(listed().get(0).price()).isEqualTo(Money.ofSum(600));
    assertThat(listed().get(0).oldPrice()).isEqualTo(Money.ofSum(1000));
    assertThat(unitPrice(product)).isEqualTo(Money.ofSum(600));

    asSystem(
        "update products set sale_ends_at = now() - interval '1 second' where id = ?",
        product.id());

    assertThat(listed().get(0).price()).isEqualTo(Money.ofSum(1000));
    assertThat(listed().get(0).oldPrice()).isNull();
    assertThat(unitPrice(product)).isEqualTo(Money.ofSum(1000));
    assertThat(catalog.bySlug(product.slug()).price()).isEqualTo(Money.ofSum(1000));
  }

  @Test
  void every_price_is_kept() {
    SellerProduct product = goods.onSale(seller, category.id(), "Samovar", "1000", 1);
    goods.asSeller(seller, () -> prices.set(product.id(), product.version(), Goods.price("1200")));

    assertThat(
            goods
                .asSeller(seller, () -> prices.history(product.id(), PageRequest.first(10)))
                .items())
        .extracting(change -> String.valueOf(change.basePrice()))
        .containsExactly("1200.00", "1000.00");
  }

  @Test
  void twenty_sellers_with_one_title_at_once_get_twenty_addresses() {
    List<CompletableFuture<Boolean>> made =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    threads.start(
                        () -> goods.draft(seller, category.id(), "Oq choynak " + seller, "10", 1)))
            .toList();
    assertThat(made).allSatisfy(each -> assertThat(each.join()).isTrue());

    Set<String> slugs =
        new HashSet<>(
            goods
                .asSeller(seller, () -> products.list(null, PageRequest.first(100)))
                .items()
                .stream()
                .map(each -> each.slug())
                .toList());
    assertThat(slugs).hasSize(20).contains("oq-choynak-" + seller);
  }

  @Test
  void a_combination_of_options_exists_once() {
    SellerProduct shirt = goods.onSaleInColours(seller, category.id(), "Koʻylak", 1, "oq", "qora");

    assertThatThrownBy(
            () ->
                goods.asSeller(
                    seller,
                    () ->
                        variants.add(
                            shirt.id(),
                            shirt.version(),
                            new CreateVariant(Goods.variant("oq"), 1))))
        .isInstanceOfSatisfying(
            Conflict.class, e -> assertThat(e.code()).isEqualTo("variant_exists"));
  }

  @Test
  void the_list_says_sold_out_when_the_last_variants_go_at_once() {
    SellerProduct shirt = goods.onSaleInColours(seller, category.id(), "Koʻylak", 1, "oq", "qora");

    List<CompletableFuture<Boolean>> buyers =
        shirt.variants().stream()
            .map(
                each ->
                    threads.start(
                        () -> {
                          actors.runAsSystem(
                              "test",
                              () ->
                                  stock.take(
                                      List.of(
                                          new StockLine(
                                              ItemRef.variant(shirt.id(), each.id()), 1))));
                          return true;
                        }))
            .toList();
    assertThat(buyers).allSatisfy(each -> assertThat(each.join()).isTrue());

    assertThat(listed()).extracting(ProductCard::inStock).containsExactly(false);
  }

  @Test
  void nobody_changes_somebody_elses_product() {
    SellerProduct product = goods.onSale(seller, category.id(), "Samovar", "1000", 1);
    long other = goods.newSeller();

    assertThatThrownBy(() -> goods.asSeller(other, () -> products.get(product.id())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () ->
                goods.asSeller(
                    other, () -> prices.set(product.id(), product.version(), Goods.price("1"))))
        .isInstanceOf(NotFound.class);
    int changed =
        threads.inTransaction(
            () ->
                goods.asSeller(
                    other,
                    () ->
                        sql.update(
                            "update products set base_price = 1 where id = ?", product.id())));
    assertThat(changed).isZero();
  }

  @Test
  void an_edit_of_an_old_version_is_refused() {
    SellerProduct product = goods.onSale(seller, category.id(), "Samovar", "1000", 1);

    assertThatThrownBy(() -> goods.asSeller(seller, () -> products.archive(product.id(), 0)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void what_was_taken_down_cannot_be_published_until_it_is_restored() {
    SellerProduct product = goods.onSale(seller, category.id(), "Samovar", "1000", 1);
    long admin = accounts.newUser();
    SellerProduct down = asModerator(admin, () -> moderation.takeDown(product.id(), "Soxta"));

    assertThat(listed()).isEmpty();
    assertThatThrownBy(
            () -> goods.asSeller(seller, () -> products.publish(product.id(), down.version())))
        .isInstanceOfSatisfying(
            Conflict.class, e -> assertThat(e.code()).isEqualTo("product_blocked"));

    SellerProduct restored = asModerator(admin, () -> moderation.restore(product.id()));
    goods.asSeller(seller, () -> products.publish(product.id(), restored.version()));
    assertThat(listed()).hasSize(1);
  }

  @Test
  void a_product_is_found_in_three_languages_in_both_scripts_and_misspelt() {
    String mark = "zumrad" + seller;
    goods.asSeller(
        seller,
        () -> {
          SellerProduct draft =
              products.create(
                  new CreateProduct(
                      Goods.product(
                          category.id(),
                          "Choʻyan qozon " + mark,
                          new ProductTranslation(
                              Language.RU, "Чугунный казан " + mark, "Для плова", null, Map.of()),
                          new ProductTranslation(
                              Language.EN,
                              "Cast iron kettle " + mark,
                              "For pilaf",
                              null,
                              Map.of("Material", "Cast iron"))),
                      Goods.price("250000"),
                      3));
          return products.publish(draft.id(), draft.version());
        });

    for (String query :
        List.of("cho'yan qozon", "чўян қозон", "чугунные казаны", "kettles", "choyan kozon")) {
      assertThat(
              catalog.search(query, filter(), ProductSort.RELEVANCE, PageRequest.first(10)).items())
          .as(query)
          .hasSize(1);
    }
    var none = catalog.search("televizor", filter(), ProductSort.RELEVANCE, PageRequest.first(10));
    assertThat(none.items()).isEmpty();
    assertThat(none.total()).isZero();
  }

  @Test
  void facets_count_what_the_other_choices_would_find() {
    goods.onSale(seller, category.id(), "Qizil lampa " + seller, "40000", 1);
    goods.onSale(seller, category.id(), "Yashil lampa " + seller, "60000", 1);

    var result =
        catalog.search(
            "lampa",
            new ProductFilter(
                category.slug(), null, List.of(), null, Money.ofSum(50_000), false, Map.of()),
            ProductSort.RELEVANCE,
            PageRequest.first(10));

    assertThat(result.total()).isEqualTo(1);
    assertThat(result.facets().prices()).extracting("count").containsExactly(1, 1);
    assertThat(result.facets().brands()).extracting("brand").contains("Sinov");
  }

  @Test
  void a_product_opens_with_all_that_hangs_on_it() {
    SellerProduct shirt = goods.onSaleInColours(seller, category.id(), "Koʻylak", 4, "oq", "qora");

    ProductDetail detail = catalog.bySlug(shirt.slug());

    assertThat(detail.variants()).extracting("name").containsExactly("oq", "qora");
    assertThat(detail.options()).extracting("name").containsExactly("Rang");
    assertThat(detail.available()).isEqualTo(8);
    assertThat(detail.language()).isEqualTo(Language.UZ);
  }

  private <T> T asModerator(long admin, java.util.function.Supplier<T> work) {
    return actors.runAs(Actor.user(admin, Set.of(Permissions.CATALOG_MANAGE), "test"), work);
  }

  private void asSystem(String statement, Object... values) {
    threads.inTransaction(() -> actors.runAsSystem("test", () -> sql.update(statement, values)));
  }

  private Money unitPrice(SellerProduct product) {
    return actors
        .runAsSystem("test", () -> sellable.load(List.of(ItemRef.product(product.id()))))
        .get(0)
        .unitPrice();
  }

  private ProductFilter filter() {
    return new ProductFilter(category.slug(), null, List.of(), null, null, false, Map.of());
  }

  private List<ProductCard> listed() {
    return listed(ProductSort.NEWEST);
  }

  private List<ProductCard> listed(ProductSort sort) {
    return catalog.list(filter(), sort, PageRequest.first(100)).items();
  }

  private List<ProductCard> list(ProductFilter filter) {
    return catalog.list(filter, ProductSort.NEWEST, PageRequest.first(100)).items();
  }
}
