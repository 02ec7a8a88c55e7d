package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** A corner of the marketplace for a test: a city with a tariff, goods, money, and shopping. */
final class Shop {

  /** One zone that no other test touches; 10,000 for a delivery, whatever the way. */
  private static final String CITY = "Sinov-" + UUID.randomUUID().toString().substring(0, 8);

  /** An access token lives for fifteen minutes, and a slow machine's suite for longer. */
  private static final Duration LOG_IN_AGAIN_AFTER = Duration.ofMinutes(5);

  private static final Map<String, LoggedIn> ADMIN_OF_MARKETPLACE = new HashMap<>();

  private Shop() {}

  static synchronized Person admin() {
    return ADMIN_OF_MARKETPLACE
        .compute(
            RestAssured.baseURI,
            (marketplace, admin) -> {
              if (admin == null) {
                LoggedIn first = new LoggedIn(TestAccounts.superAdmin(), Instant.now());
                openZone(first.person());
                return first;
              }
              return admin.at().isAfter(Instant.now().minus(LOG_IN_AGAIN_AFTER))
                  ? admin
                  : new LoggedIn(admin.person().loggedInAgain(), Instant.now());
            })
        .person();
  }

  private record LoggedIn(Person person, Instant at) {}

  private static void openZone(Person admin) {
    Response zone =
        admin
            .request()
            .body(Map.of("name", CITY, "city", CITY, "districts", List.of(), "active", true))
            .post("/admin/delivery-zones");
    admin
        .request()
        .header("If-Match", zone.header("ETag"))
        .body(tariff("10000.00"))
        .put("/admin/delivery-zones/" + zone.path("id") + "/tariff")
        .then()
        .statusCode(200);
  }

  static Map<String, Object> tariff(String base) {
    Map<String, Object> tariff = new HashMap<>();
    tariff.put("name", "Sinov");
    tariff.put("baseCost", money(base));
    tariff.put("costPerKm", money("0.00"));
    tariff.put("costPerKg", money("0.00"));
    tariff.put("minimumOrder", money("0.00"));
    tariff.put("estimatedHours", 24);
    return tariff;
  }

  static Map<String, Object> money(String amount) {
    return Map.of("amount", amount, "currency", "UZS");
  }

  static Map<String, Object> address() {
    Person opened = admin();
    return Map.of(
        "fullName", "Ali " + opened.userId(),
        "phone", "+998901234567",
        "country", "Uzbekistan",
        "city", CITY,
        "street", "Bunyodkor 5");
  }

  /** Something on sale. */
  static long product(Person seller, String price, int stock) {
    String slug = "sinov-" + UUID.randomUUID();
    TestAccounts.execute(
        """
        insert into products (seller_id, category_id, name, slug, description, base_price, tax_rate,
                              weight, status, stock_quantity, published_at)
        select ?, min(id), 'Choynak', ?, 'Yaxshi', cast(? as numeric), 12, 1.5, 'active', ?, now()
        from categories
        """,
        seller.userId(),
        slug,
        price,
        stock);
    return Long.parseLong(Rows.value("select id from products where slug = ?", slug));
  }

  static int stock(long product) {
    return Integer.parseInt(
        Rows.value("select stock_quantity from products where id = ?", product));
  }

  static void deposit(Person to, String amount) {
    admin()
        .request()
        .header("Idempotency-Key", key())
        .body(Map.of("amount", money(amount), "source", "bank", "reference", key()))
        .post("/admin/wallets/" + to.userId() + "/deposits")
        .then()
        .statusCode(201);
  }

  static String balance(Person owner) {
    return owner.request().get("/wallet").then().extract().jsonPath().getString("balance.amount");
  }

  static RequestSpecification guest() {
    String token =
        given().post("/guests").then().statusCode(201).extract().jsonPath().getString("guestToken");
    return given().header("X-Guest-Token", token).contentType(ContentType.JSON);
  }

  static void put(RequestSpecification request, long product, int quantity) {
    given()
        .spec(request)
        .body(Map.of("productId", product, "quantity", quantity))
        .post("/carts/current/items")
        .then()
        .statusCode(201);
  }

  /** What the cart costs, delivery included. */
  static String quote(RequestSpecification request) {
    return given()
        .spec(request)
        .body(Map.of("address", address()))
        .post("/checkouts/quote")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("total.amount");
  }

  static Map<String, Object> order(String method, String total) {
    Map<String, Object> order = new HashMap<>();
    order.put("address", address());
    order.put("paymentMethod", method);
    order.put("expectedTotal", money(total));
    return order;
  }

  static Response place(RequestSpecification request, Map<String, Object> order, String key) {
    return given().spec(request).header("Idempotency-Key", key).body(order).post("/checkouts");
  }

  /** Puts things into the cart and pays them from the wallet; the number of the only order. */
  static String bought(Person buyer, long product, int quantity) {
    put(buyer.request(), product, quantity);
    return place(buyer.request(), order("gogomoney", quote(buyer.request())), key())
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("orders[0].orderNumber");
  }

  /** The seller's part of the way, up to the shelf where the courier finds it. */
  static void makeReady(Person seller, String order) {
    for (String step : List.of("confirm", "start", "ready")) {
      seller.request().post("/seller/orders/" + order + "/" + step).then().statusCode(200);
    }
  }

  static void assign(String order, Person courier) {
    admin()
        .request()
        .body(Map.of("courierId", courier.userId()))
        .post("/admin/deliveries/" + order + "/assign")
        .then()
        .statusCode(200);
  }

  static void pickUp(Person courier, String order) {
    courier
        .request()
        .post("/courier/deliveries/" + order + "/pick-up")
        .then()
        .statusCode(200)
        .body("status", equalTo("picked_up"));
  }

  /** What the buyer tells the courier at the door. */
  static String deliveryCode(Person buyer, String order) {
    return buyer
        .request()
        .get("/orders/" + order)
        .then()
        .extract()
        .jsonPath()
        .getString("deliveryCode");
  }

  static Response deliver(Person courier, String order, String code) {
    return courier
        .request()
        .header("Idempotency-Key", key())
        .body(Map.of("code", code))
        .post("/courier/deliveries/" + order + "/deliver");
  }

  /** All the way from the cart to the door; the number of the order. */
  static String delivered(Person seller, Person buyer, Person courier, long product) {
    String order = bought(buyer, product, 1);
    makeReady(seller, order);
    assign(order, courier);
    pickUp(courier, order);
    deliver(courier, order, deliveryCode(buyer, order)).then().statusCode(200);
    return order;
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  /** Runs the same so many times at the same moment. */
  static <T> List<T> together(int times, Supplier<T> work) throws Exception {
    return together(Collections.nCopies(times, work));
  }

  /** Runs all of it at the same moment. */
  static <T> List<T> together(List<Supplier<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      CyclicBarrier start = new CyclicBarrier(work.size());
      List<Future<T>> running = new ArrayList<>();
      for (Supplier<T> each : work) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.get();
                }));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> each : running) {
        done.add(each.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }
}
