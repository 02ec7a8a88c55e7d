package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;

import com.sun.tools.ws.wscompile.WsimportTool;
import gogomarket.partner.catalog.v1.AccessFault;
import gogomarket.partner.catalog.v1.Attribute;
import gogomarket.partner.catalog.v1.ConflictFault;
import gogomarket.partner.catalog.v1.LineResult;
import gogomarket.partner.catalog.v1.NotFoundFault;
import gogomarket.partner.catalog.v1.PartnerCatalog;
import gogomarket.partner.catalog.v1.Price;
import gogomarket.partner.catalog.v1.Product;
import gogomarket.partner.catalog.v1.ProductData;
import gogomarket.partner.catalog.v1.ProductLine;
import gogomarket.partner.catalog.v1.ProductSummary;
import gogomarket.partner.catalog.v1.StockLine;
import gogomarket.partner.catalog.v1.ValidationFault;
import gogomarket.partner.types.v1.Money;
import jakarta.xml.ws.Holder;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** The SOAP service PartnerCatalog, as a seller's program meets it. */
class PartnerCatalogIT {

  private static Person seller;
  private static SoapClient client;
  private static long categoryId;

  @BeforeEach
  void aSellerWithAKeyAndACategory() {
    if (seller == null) {
      seller = TestAccounts.seller();
      client = SoapClient.of(seller);
      categoryId =
          TestAccounts.superAdmin()
              .request()
              .body(Map.of("name", "Choylar " + UUID.randomUUID()))
              .post("/admin/categories")
              .then()
              .statusCode(201)
              .extract()
              .jsonPath()
              .getLong("id");
    }
  }

  /** What a batch answers. */
  private record Answer(boolean replayed, List<LineResult> lines) {
    List<String> outcomes() {
      return lines.stream().map(line -> line.getOutcome().value()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PartnerCatalog", "PartnerOrders"})
  void a_client_can_be_made_of_the_served_wsdl(String service, @TempDir Path folder) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    boolean made =
        new WsimportTool(said)
            .run(
                new String[] {
                  "-extension", "-d", folder.toString(), SoapClient.wsdl(service).toString()
                });

    assertThat(made).as(said.toString()).isTrue();
    String room = service.substring("Partner".length()).toLowerCase(java.util.Locale.ROOT);
    assertThat(folder.resolve("gogomarket/partner/" + room + "/v1/" + service + ".class"))
        .satisfies(file -> assertThat(Files.exists(file)).isTrue());
  }

  @Test
  void a_product_is_made_once_then_left_alone_then_changed() throws Exception {
    String sku = sku();
    PartnerCatalog catalog = client.catalog();

    Answer first = upsert(catalog, id(), product(sku, "125000.00"));
    Answer same = upsert(client.catalog12(), id(), product(sku, "125000.00"));
    Answer dearer = upsert(catalog, id(), product(sku, "130000.00"));

    assertThat(first.outcomes()).containsExactly("created");
    assertThat(same.outcomes()).containsExactly("unchanged");
    assertThat(dearer.outcomes()).containsExactly("updated");
    Product product = client.catalog12().getProduct(sku);
    assertThat(product.getPrice().getBasePrice().getValue()).isEqualTo("130000.00");
    assertThat(product.getPrice().getBasePrice().getCurrency().value()).isEqualTo("UZS");
    assertThat(product.getStock()).isEqualTo(5);
    assertThat(product.getUpdatedAt().getTimezone()).isZero();
  }

  @Test
  void each_line_stands_for_itself() throws Exception {
    ProductLine lost = product(sku(), "1.00");
    lost.getData().setCategoryId(999_999_999);
    ProductLine free = product(sku(), "0.00");

    Answer answer = upsert(client.catalog(), id(), lost, product(sku(), "1.00"), free);

    assertThat(answer.outcomes()).containsExactly("failed", "created", "failed");
    assertThat(answer.lines()).extracting(LineResult::getLine).containsExactly(1, 2, 3);
    assertThat(answer.lines().get(0).getCode()).isEqualTo("invalid_input");
    assertThat(answer.lines().get(0).getViolation().get(0).getField())
        .isEqualTo("product/data/categoryId");
    assertThat(answer.lines().get(2).getViolation().get(0).getField())
        .isEqualTo("product[3]/price/basePrice");
  }

  @Test
  void of_many_lines_only_those_fail_that_are_refused() throws Exception {
    String sku = sku();
    ProductLine[] made =
        IntStream.range(0, 210)
            .mapToObj(i -> product(sku + i, "10.00"))
            .toArray(ProductLine[]::new);
    made[100].getData().setCategoryId(999_999_999);
    upsert(client.catalog(), id(), made);
    StockLine[] moves =
        IntStream.range(0, 210)
            .mapToObj(i -> move(sku + i, i % 30 == 7 ? -6 : 1))
            .toArray(StockLine[]::new);

    Answer answer = stock(client.catalog(), id(), moves);

    assertThat(answer.lines()).hasSize(210);
    for (LineResult line : answer.lines()) {
      int i = line.getLine() - 1;
      String code = i == 100 ? "not_found" : i % 30 == 7 ? "out_of_stock" : null;
      assertThat(line.getSku()).isEqualTo(sku + i);
      assertThat(line.getCode()).isEqualTo(code);
      assertThat(line.getStock()).isEqualTo(code == null ? 6 : null);
    }
    assertThat(client.catalog().getProduct(sku + 7).getStock()).isEqualTo(5);
  }

  @Test
  void lines_of_one_product_follow_each_other() throws Exception {
    String sku = sku();
    ProductLine renamed = product(sku, "11.00");
    renamed.setOnSale(true);

    Answer answer =
        upsert(client.catalog(), id(), product(sku, "10.00"), renamed, product(sku, "11.00"));
    Answer moved = stock(client.catalog(), id(), move(sku, 2), move(sku, 0), move(sku, -3));

    assertThat(answer.outcomes()).containsExactly("created", "updated", "unchanged");
    assertThat(moved.outcomes()).containsExactly("updated", "unchanged", "updated");
    assertThat(moved.lines()).extracting(LineResult::getStock).containsExactly(7, 7, 4);
  }

  @Test
  void what_is_made_on_sale_with_its_parts_is_shown_to_buyers() throws Exception {
    String sku = sku();
    ProductLine[] lines = {product(sku + 1, "10.00"), product(sku + 2, "10.00")};
    for (ProductLine line : lines) {
      Attribute attribute = new Attribute();
      attribute.setName("Nav");
      attribute.setValue(line.getSku());
      line.getData().setName("Bir xil choy");
      line.getData().getAttribute().add(attribute);
      line.setOnSale(true);
    }

    upsert(client.catalog(), id(), lines);

    Product first = client.catalog().getProduct(sku + 1);
    Product second = client.catalog().getProduct(sku + 2);
    assertThat(second.getData().getAttribute().get(0).getValue()).isEqualTo(sku + 2);
    assertThat(second.getSlug()).isNotEqualTo(first.getSlug());
    given().get("/products/{slug}", second.getSlug()).then().statusCode(200);
  }

  @Test
  void a_digital_product_is_made_and_not_put_on_sale() throws Exception {
    ProductLine draft = product(sku(), "10.00");
    draft.getData().setDigital(true);
    ProductLine onSale = product(sku(), "10.00");
    onSale.getData().setDigital(true);
    onSale.setOnSale(true);

    Answer answer = upsert(client.catalog(), id(), draft, onSale);

    assertThat(answer.outcomes()).containsExactly("created", "failed");
    assertThat(answer.lines().get(1).getCode()).isEqualTo("digital_not_sold");
  }

  @Test
  void a_request_happens_once_and_its_id_is_its_own() throws Exception {
    String request = id();
    String sku = sku();
    Answer made = upsert(client.catalog(), request, product(sku, "10.00"));
    upsert(client.catalog(), id(), product(sku, "20.00"));

    Answer again = upsert(client.catalog12(), request, product(sku, "10.00"));
    ConflictFault other =
        catchThrowableOfType(
            ConflictFault.class, () -> upsert(client.catalog(), request, product(sku, "11.00")));

    assertThat(made.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.outcomes()).containsExactly("created");
    assertThat(client.catalog().getProduct(sku).getPrice().getBasePrice().getValue())
        .isEqualTo("20.00");
    assertThat(other.getFaultInfo().getCode()).isEqualTo("idempotency_key_reused");
    assertThat(upsert(SoapClient.of(seller).catalog(), request, product(sku(), "10.00")).replayed())
        .as("another key's request of the same id")
        .isFalse();
  }

  @Test
  void a_batch_that_broke_off_goes_on_where_it_stopped() throws Exception {
    String request = id();
    String sku = sku();
    upsert(client.catalog(), id(), product(sku, "10.00"));
    Answer moved = stock(client.catalog(), request, move(sku, 3), move(sku, 4));
    // As after a crash behind the first line: its result is kept, the second's and the batch's not.
    TestAccounts.execute(
        "delete from idempotency_keys where owner = ? and key in (?, ?)",
        "key:" + client.id(),
        "UpdateStock:" + request,
        "UpdateStock:" + request + "#2");

    Answer again = stock(client.catalog(), request, move(sku, 3), move(sku, 4));

    assertThat(moved.lines()).extracting(LineResult::getStock).containsExactly(8, 12);
    assertThat(again.replayed()).isFalse();
    assertThat(again.lines()).extracting(LineResult::getStock).containsExactly(8, 16);
  }

  @Test
  void stock_is_counted_and_moved_but_never_below_nothing() throws Exception {
    String sku = sku();
    upsert(client.catalog(), id(), product(sku, "10.00"));
    StockLine count = new StockLine();
    count.setSku(sku);
    count.setQuantity(7);

    Answer answer =
        stock(client.catalog(), id(), move(sku, -2), count, move(sku, -8), move("no such", 1));

    assertThat(answer.outcomes()).containsExactly("updated", "updated", "failed", "failed");
    assertThat(answer.lines()).extracting(LineResult::getStock).containsExactly(3, 7, null, null);
    assertThat(answer.lines().get(2).getCode()).isEqualTo("out_of_stock");
    assertThat(answer.lines().get(3).getCode()).isEqualTo("not_found");
  }

  @Test
  void the_same_request_eight_times_at_once_happens_once() throws Exception {
    String request = id();
    String sku = sku();
    upsert(client.catalog(), id(), product(sku, "10.00"));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PartnerCatalog catalog = client.catalog();
      calls.add(
          pool.submit(
              () -> {
                try {
                  stock(catalog, request, move(sku, 1));
                  return true;
                } catch (ConflictFault running) {
                  return false;
                }
              }));
    }
    int answered = 0;
    for (Future<Boolean> call : calls) {
      answered += call.get() ? 1 : 0;
    }
    pool.shutdown();

    assertThat(answered).isPositive();
    assertThat(client.catalog().getProduct(sku).getStock()).isEqualTo(6);
  }

  @Test
  void a_thousand_products_go_in_one_request_and_one_more_does_not() throws Exception {
    String sku = sku();
    ProductLine[] lines =
        IntStream.range(0, 1000)
            .mapToObj(i -> product(sku + "-" + i, "10.00"))
            .toArray(ProductLine[]::new);
    ProductLine[] more = java.util.Arrays.copyOf(lines, 1001);
    more[1000] = product(sku + "-1000", "10.00");

    ValidationFault tooMany =
        catchThrowableOfType(ValidationFault.class, () -> upsert(client.catalog(), id(), more));
    Answer answer = upsert(client.catalog(), id(), lines);

    assertThat(tooMany.getFaultInfo().getViolation().get(0).getField()).isEqualTo("product[1001]");
    assertThat(answer.outcomes()).hasSize(1000).containsOnly("created");
  }

  @Test
  void lists_go_on_where_they_ended() throws Exception {
    SoapClient own = SoapClient.of(TestAccounts.seller());
    upsert(own.catalog(), id(), product(sku(), "1.00"), product(sku(), "2.00"));

    Holder<List<ProductSummary>> page = new Holder<>();
    Holder<String> next = new Holder<>();
    own.catalog().listProducts(null, 1, null, page, next);
    Holder<List<ProductSummary>> last = new Holder<>();
    Holder<String> end = new Holder<>();
    own.catalog().listProducts(null, 1, next.value, last, end);

    assertThat(page.value).hasSize(1);
    assertThat(last.value).hasSize(1);
    assertThat(last.value.get(0).getProductId()).isLessThan(page.value.get(0).getProductId());
    assertThat(end.value).isNull();
  }

  @Test
  void what_is_somebody_elses_is_not_there() throws Exception {
    String sku = sku();
    upsert(client.catalog(), id(), product(sku, "10.00"));
    SoapClient stranger = SoapClient.of(TestAccounts.seller());

    NotFoundFault fault =
        catchThrowableOfType(NotFoundFault.class, () -> stranger.catalog().getProduct(sku));
    Answer moved = stock(stranger.catalog(), id(), move(sku, -1));

    assertThat(fault.getFaultInfo().getCode()).isEqualTo("not_found");
    assertThat(moved.lines().get(0).getCode()).isEqualTo("not_found");
    assertThat(client.catalog().getProduct(sku).getStock()).isEqualTo(5);
  }

  @Test
  void a_key_does_what_its_scopes_say_and_nothing_more() throws Exception {
    String sku = sku();
    upsert(client.catalog(), id(), product(sku, "10.00"));
    SoapClient reader = SoapClient.of(seller, "catalog.read");

    AccessFault fault =
        catchThrowableOfType(
            AccessFault.class, () -> upsert(reader.catalog(), id(), product(sku, "1.00")));

    assertThat(reader.catalog().getProduct(sku).getSku()).isEqualTo(sku);
    assertThat(fault.getFaultInfo().getCode()).isEqualTo("access_denied");
    assertThat(fault.getFaultInfo().getMissingScope()).isEqualTo("catalog.write");
    assertThat(fault.getFaultInfo().getMessage()).contains("catalog.write");
  }

  @Test
  void a_key_ends_when_it_is_revoked_and_when_its_owner_is_suspended() {
    Person owner = TestAccounts.seller();
    SoapClient revoked = SoapClient.of(owner);
    SoapClient left = SoapClient.of(owner);
    owner
        .request()
        .post("/partner/keys/{id}/revoke", revoked.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("revoked"));

    assertThat(code(revoked)).isEqualTo("invalid_api_key");
    assertThat(code(left)).isEqualTo("none");
    TestAccounts.execute("update users set status = 'suspended' where id = ?", owner.userId());
    assertThat(code(left)).isEqualTo("account_suspended");
  }

  @Test
  void both_secrets_are_good_while_a_key_is_rotated() {
    SoapClient old = SoapClient.of(seller);
    String secret =
        seller
            .request()
            .body(Map.of("overlapHours", 1))
            .post("/partner/keys/{id}/rotate", old.id())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getString("secret");

    assertThat(code(old)).isEqualTo("none");
    assertThat(code(old.withSecret(secret))).isEqualTo("none");
    seller
        .request()
        .body(Map.of("overlapHours", 1))
        .post("/partner/keys/{id}/rotate", old.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("rotation_running"));
    TestAccounts.execute(
        "update api_keys set rotates_at = now() - interval '1 second' where id = ?", old.id());
    assertThat(code(old)).isEqualTo("invalid_api_key");
    assertThat(code(old.withSecret(secret))).isEqualTo("none");
  }

  @Test
  void nobody_touches_anothers_keys() {
    SoapClient key = SoapClient.of(seller);
    Person stranger = TestAccounts.seller();

    stranger.request().get("/partner/keys/{id}", key.id()).then().statusCode(404);
    stranger.request().post("/partner/keys/{id}/revoke", key.id()).then().statusCode(404);
    stranger
        .request()
        .body(Map.of())
        .post("/partner/keys/{id}/rotate", key.id())
        .then()
        .statusCode(404);
    TestAccounts.buyer().request().get("/partner/keys").then().statusCode(403);
    assertThat(code(key)).isEqualTo("none");
  }

  /** The code with which a harmless call is refused. */
  private static String code(SoapClient client) {
    try {
      client.catalog().listProducts(null, 1, null, new Holder<>(), new Holder<>());
      return "none";
    } catch (AccessFault fault) {
      return fault.getFaultInfo().getCode();
    } catch (ValidationFault | NotFoundFault | ConflictFault fault) {
      return fault.getMessage();
    }
  }

  private static Answer upsert(PartnerCatalog catalog, String request, ProductLine... lines)
      throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
    Holder<Boolean> replayed = new Holder<>();
    Holder<List<LineResult>> results = new Holder<>();
    catalog.upsertProducts(request, List.of(lines), replayed, results);
    return new Answer(replayed.value, results.value);
  }

  private static Answer stock(PartnerCatalog catalog, String request, StockLine... lines)
      throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
    Holder<Boolean> replayed = new Holder<>();
    Holder<List<LineResult>> results = new Holder<>();
    catalog.updateStock(request, List.of(lines), replayed, results);
    return new Answer(replayed.value, results.value);
  }

  private static StockLine move(String sku, int change) {
    StockLine line = new StockLine();
    line.setSku(sku);
    line.setChange(change);
    return line;
  }

  private static ProductLine product(String sku, String price) {
    ProductData data = new ProductData();
    data.setCategoryId(categoryId);
    data.setLanguage(gogomarket.partner.types.v1.Language.UZ);
    data.setName("Choy " + sku);
    data.setDescription("Yaxshi choy");
    Money money = new Money();
    money.setValue(new BigDecimal(price));
    money.setCurrency(gogomarket.partner.types.v1.Currency.UZS);
    Price cost = new Price();
    cost.setBasePrice(money);
    ProductLine line = new ProductLine();
    line.setSku(sku);
    line.setData(data);
    line.setPrice(cost);
    line.setInitialStock(5);
    return line;
  }

  private static String sku() {
    return "S-" + UUID.randomUUID();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
