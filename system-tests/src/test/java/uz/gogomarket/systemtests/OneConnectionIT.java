package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gogomarket.partner.catalog.v1.LineResult;
import gogomarket.partner.catalog.v1.Outcome;
import gogomarket.partner.catalog.v1.PartnerCatalog;
import gogomarket.partner.catalog.v1.Price;
import gogomarket.partner.catalog.v1.PriceLine;
import gogomarket.partner.catalog.v1.StockLine;
import gogomarket.partner.types.v1.Currency;
import gogomarket.partner.types.v1.Money;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.xml.ws.Holder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;
import uz.gogomarket.systemtests.Description.Operation;
import uz.gogomarket.systemtests.TestAccounts.Person;

/**
 * A marketplace with a single database connection, on which everything is done once: what needs a
 * second one while it holds one waits in vain here. What is done is written down on the way, lock
 * by lock.
 */
class OneConnectionIT {

  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-one-connection");

  private static final String ONE_CONNECTION =
      """
      <enterprise-beans>
        <session>
          <ejb-name>Database</ejb-name>
          <data-source>
            <name>java:app/jdbc/gogomarket</name>
            <initial-pool-size>1</initial-pool-size>
            <max-pool-size>1</max-pool-size>
            <min-pool-size>1</min-pool-size>
          </data-source>
        </session>
      </enterprise-beans>
      <interceptors>
      """;

  private static final List<String> failed = new ArrayList<>();

  private static Marketplace marketplace;
  private static LockRecorder locks;
  private static Description description;
  private static OwnThings own;
  private static Person everybody;
  private static int done;

  @BeforeAll
  static void do_everything_once() throws Exception {
    marketplace =
        new Marketplace(
            Settings.read(
                Map.ofEntries(
                    Map.entry("gogomarket.home", System.getProperty("gogomarket.home")),
                    Map.entry("gogomarket.ear", earWithOneConnection().toString()),
                    Map.entry("gogomarket.data", DATA.toString()),
                    Map.entry("gogomarket.reset", "true"),
                    Map.entry("gogomarket.start.timeout", "900"),
                    Map.entry("gogomarket.http.port", "0"),
                    Map.entry("gogomarket.db.port", "0"),
                    Map.entry("gogomarket.password.bcrypt-cost", "4"),
                    Map.entry("gogomarket.limits.requests-per-minute", "0"),
                    Map.entry("gogomarket.limits.registrations-per-quarter-hour", "0")),
                Map.of()));
    marketplace.start();
    TestMarketplace.speakTo(marketplace.url(), marketplace.database());
    locks = LockRecorder.on(marketplace.database());
    assertThat(TourIT.walked(RestAssured.baseURI)).contains("The tour is over.");
    description = Description.served();
    everybody = TestAccounts.everything();
    own = new OwnThings(everybody);
    moneyGoesBack();
    staffDecides();
    partnerCounts();
    guestLogsIn();
    for (Operation operation : description.operations()) {
      call(operation);
    }
    jobsEndWhatIsOver();
  }

  @AfterAll
  static void stop() {
    TestMarketplace.speakToShared();
    if (marketplace != null) {
      marketplace.close();
    }
  }

  @Test
  void every_operation_is_answered() {
    assertThat(failed).isEmpty();
    assertThat(done).as("operations that did what they are for").isGreaterThan(45);
  }

  @Test
  void nothing_waits_for_a_second_connection() throws IOException {
    assertThat(Files.readString(DATA.resolve("logs/server.log")))
        .contains("Payara Server")
        .doesNotContain("In-use connections equal max-pool-size");
  }

  @Test
  void rows_are_locked_in_the_written_order() throws IOException, SQLException {
    assertThat(locks.outOfOrder(LockRecorder.order())).isEmpty();
  }

  @Test
  void every_table_that_has_a_place_in_the_order_was_locked() throws IOException, SQLException {
    assertThat(locks.tablesSeen()).containsAll(LockRecorder.order().keySet());
  }

  private static Path earWithOneConnection() throws IOException {
    Path folder = Files.createDirectories(DATA.resolveSibling("one-connection"));
    Path ear = folder.resolve("gogomarket.ear");
    Files.copy(
        Path.of(System.getProperty("gogomarket.home"), "ear-module/target/gogomarket.ear"),
        ear,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem outer = FileSystems.newFileSystem(ear)) {
      Path module;
      try (Stream<Path> files = Files.list(outer.getPath("/"))) {
        module =
            files.filter(each -> each.toString().contains("ejb-module")).findFirst().orElseThrow();
      }
      Path copy = folder.resolve("ejb-module.jar");
      Files.copy(module, copy, StandardCopyOption.REPLACE_EXISTING);
      try (FileSystem inner = FileSystems.newFileSystem(copy)) {
        Path descriptor = inner.getPath("META-INF/ejb-jar.xml");
        String text = Files.readString(descriptor);
        assertThat(text).contains("<interceptors>");
        Files.writeString(descriptor, text.replace("<interceptors>", ONE_CONNECTION));
      }
      Files.copy(copy, module, StandardCopyOption.REPLACE_EXISTING);
    }
    return ear;
  }

  /** Cash that is refunded at the door and handed in, an order cancelled, one refunded in part. */
  private static void moneyGoesBack() {
    Person seller = TestAccounts.seller();
    Person buyer = TestAccounts.buyer();
    Person courier = TestAccounts.courier();
    Shop.deposit(buyer, "1000000.00");
    long product = Shop.product(seller, "10000.00", 3);
    String cancelled = Shop.bought(buyer, product, 3);
    post(buyer, "/orders/" + cancelled + "/cancel", Map.of("reason", "Too late"));
    String refunded = Shop.delivered(seller, buyer, courier, product);
    refund(refunded, "1000.00");
    Shop.put(buyer.request(), product, 1);
    String cash =
        Shop.place(buyer.request(), Shop.order("cash", Shop.quote(buyer.request())), Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("orders[0].orderNumber");
    Shop.makeReady(seller, cash);
    Shop.assign(cash, courier);
    Shop.pickUp(courier, cash);
    assertThat(Shop.deliver(courier, cash, "000000").statusCode()).isEqualTo(422);
    Shop.deliver(courier, cash, Shop.deliveryCode(buyer, cash)).then().statusCode(200);
    refund(cash, "1000.00");
    String total = Rows.value("select total_amount from orders where order_number = ?", cash);
    post(
        Shop.admin(),
        "/admin/cash-hand-ins",
        Map.of(
            "courierId",
            courier.userId(),
            "orderNumbers",
            List.of(cash),
            "amount",
            Shop.money(total)));
  }

  /** Batches whose lines name what they change against the order in which it is locked. */
  private static void partnerCounts() throws Exception {
    Person seller = TestAccounts.seller();
    long plain = Shop.product(seller, "10000.00", 3);
    long chosen = Shop.product(seller, "10000.00", 0);
    TestAccounts.execute("update products set sku = 'TEST-1' where id = ?", plain);
    TestAccounts.execute(
        "update products set sku = 'TEST-2', has_variants = true where id = ?", chosen);
    TestAccounts.execute(
        "insert into product_options (product_id, name, values) values (?, 'a', '{q,r}')", chosen);
    for (String value : List.of("q", "r")) {
      TestAccounts.execute(
          "insert into product_variants (product_id, sku, name, attributes, stock_quantity)"
              + " values (?, ?, ?, jsonb_build_object('a', ?::text), 3)",
          chosen,
          "TEST-2-" + value,
          value,
          value);
    }
    PartnerCatalog catalog = SoapClient.of(seller).catalog();
    Holder<List<LineResult>> results = new Holder<>();

    catalog.updateStock(
        Shop.key(),
        List.of(moved("TEST-2", "TEST-2-r"), moved("TEST-2", "TEST-2-q"), moved("TEST-1", null)),
        new Holder<>(),
        results);

    assertThat(results.value).extracting(LineResult::getStock).containsExactly(5, 5, 5);

    catalog.updatePrices(
        Shop.key(),
        List.of(adjusted("TEST-2-r"), adjusted("TEST-2-q"), priced("TEST-1")),
        new Holder<>(),
        results);

    assertThat(results.value).extracting(LineResult::getOutcome).containsOnly(Outcome.UPDATED);
  }

  /** What a guest has gathered joins the cart that the account had before. */
  private static void guestLogsIn() {
    Person buyer = TestAccounts.buyer();
    long product = Shop.product(TestAccounts.seller(), "10000.00", 9);
    Shop.put(buyer.request(), product, 1);
    RequestSpecification guest = Shop.guest();
    Shop.put(guest, product, 2);
    Shop.put(guest, product, 1);
    Shop.put(guest, Shop.product(TestAccounts.seller(), "10000.00", 9), 1);

    given()
        .spec(guest)
        .body(Map.of("email", buyer.email(), "password", TestAccounts.PASSWORD))
        .post("/auth/login")
        .then()
        .statusCode(200);

    assertThat(buyer.request().get("/carts/current").jsonPath().getInt("units")).isEqualTo(5);
  }

  private static StockLine moved(String sku, String variantSku) {
    StockLine line = new StockLine();
    line.setSku(sku);
    line.setVariantSku(variantSku);
    line.setChange(2);
    return line;
  }

  private static PriceLine adjusted(String variantSku) {
    PriceLine line = new PriceLine();
    line.setSku("TEST-2");
    line.setVariantSku(variantSku);
    line.setPriceAdjustment(money("500.00"));
    return line;
  }

  private static PriceLine priced(String sku) {
    Price price = new Price();
    price.setBasePrice(money("11000.00"));
    PriceLine line = new PriceLine();
    line.setSku(sku);
    line.setPrice(price);
    return line;
  }

  private static Money money(String amount) {
    Money money = new Money();
    money.setValue(new BigDecimal(amount));
    money.setCurrency(Currency.UZS);
    return money;
  }

  private static void refund(String order, String amount) {
    post(
        Shop.admin(),
        "/admin/orders/" + order + "/refunds",
        Map.of("amount", Shop.money(amount), "reason", "Scratched"));
  }

  /** In the tasklist, and in an appeal over REST. */
  private static void staffDecides() {
    Quarrel quarrel = Quarrel.answered();
    quarrel
        .decide(
            Quarrel.judge(), Shop.key(), Map.of("decision", "refund_full", "resolution", "Broken"))
        .then()
        .statusCode(200);
    quarrel.appeal(quarrel.seller()).then().statusCode(200);
    quarrel
        .decide(Quarrel.judge(), Shop.key(), Map.of("decision", "reject", "resolution", "Whole"))
        .then()
        .statusCode(200);
    Quarrel other = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(other.id());
    tasklist.claim(task).then().statusCode(204);
    tasklist.decide(task, "refund_full", null).then().statusCode(204);
  }

  /** A job that takes a lock of its own gives the stock of what nobody paid back. */
  private static void jobsEndWhatIsOver() {
    TestAccounts.execute(
        "update checkouts set expires_at = now() where status = 'awaiting_payment'");
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                Rows.values("select id from checkouts where status = 'awaiting_payment'")
                    .isEmpty());
  }

  private static void call(Operation operation) {
    Response answer = send(operation, "\"0\"");
    if (answer.statusCode() == 412) {
      answer = send(operation, version(operation));
    }
    if (answer.statusCode() >= 500) {
      failed.add(operation.name() + " -> " + answer.statusCode() + " " + answer.asString());
    }
    if (answer.statusCode() < 300) {
      done++;
    }
  }

  private static Response send(Operation operation, String version) {
    RequestSpecification request =
        everybody
            .request()
            .basePath("")
            .header("Idempotency-Key", Shop.key())
            .header("If-Match", version);
    if (!operation.body().isEmpty()) {
      request.body(OwnThings.unique(json(own.body(description, operation))));
    }
    return request.request(operation.method(), own.address(operation));
  }

  private static byte[] json(Object body) {
    try {
      return new ObjectMapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ETag of what the operation changes, from the next address above it that can be read. */
  private static String version(Operation operation) {
    for (String path = operation.path();
        !path.isEmpty();
        path = path.substring(0, path.lastIndexOf('/'))) {
      String address = path;
      Optional<Operation> read =
          description.operations().stream()
              .filter(each -> each.method().equals("GET") && each.path().equals(address))
              .findFirst();
      if (read.isPresent()) {
        return String.valueOf(
            everybody.request().basePath("").get(own.address(read.get())).header("ETag"));
      }
    }
    return "\"0\"";
  }

  private static void post(Person by, String path, Map<String, Object> body) {
    by.request()
        .header("Idempotency-Key", Shop.key())
        .body(body)
        .post(path)
        .then()
        .statusCode(lessThan(300));
  }
}
