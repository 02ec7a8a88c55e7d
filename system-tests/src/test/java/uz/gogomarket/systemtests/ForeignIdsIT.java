package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.systemtests.Description.Operation;

/**
 * The matrix of promise 7, made of the served description: every operation that names a thing,
 * called by somebody whose thing it is not, and every operation that needs a log-in, called by
 * nobody. A new endpoint is in it without being asked; one that this test knows no foreign id for
 * makes it fail.
 */
class ForeignIdsIT {

  private static Description description;
  private static TestAccounts.Person stranger;
  private static Map<String, String> foreignIds;

  @BeforeAll
  static void make_somebody_elses_things() {
    description = Description.served();
    stranger = TestAccounts.everythingButAdmin();
    String order =
        Rows.value(
            "select order_number from orders where buyer_id is not null and courier_id is not null"
                + " and status = 'in_transit' order by id limit 1");
    foreignIds = new HashMap<>();
    foreignIds.put("carts/current/items/{id}", foreignCartItem());
    foreignIds.put(
        "checkouts/{number}",
        Rows.value(
            "select checkout_number from checkouts where buyer_id is not null order by id limit 1"));
    foreignIds.put("courier/deliveries/{number}", order);
    foreignIds.put("orders/{number}", order);
    foreignIds.put("seller/orders/{number}", order);
    foreignIds.put("me/addresses/{id}", Rows.value("select min(id) from user_addresses"));
    foreignIds.put(
        "me/sessions/{id}",
        Rows.value("select min(id) from user_sessions where user_id <> ?", stranger.userId()));
    foreignIds.put("partner/keys/{id}", foreignKey());
    foreignIds.put("payments/{id}", Rows.value("select min(id) from payments"));
    foreignIds.put(
        "seller/products/{id}", Rows.value("select min(id) from products where has_variants"));
    foreignIds.put("disputes/{id}", Rows.value("select coalesce(min(id), 1) from disputes"));
  }

  @TestFactory
  Stream<DynamicTest> somebody_elses_thing_is_not_found() {
    return description.operations().stream()
        .filter(operation -> operation.path().contains("{"))
        .filter(operation -> !operation.isOpen() && !isForAdmins(operation))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      Response answer = call(operation, stranger.request());
                      assertThat(answer.asString())
                          .as("the address itself must exist")
                          .doesNotContain("There is nothing at this address");
                      if (operation.room().equals("carts") && answer.statusCode() == 412) {
                        return; // the version is the stranger's own cart's, which comes first
                      }
                      assertThat(answer.statusCode())
                          .as(operation.name() + " " + answer.asString())
                          .isEqualTo(404);
                      assertThat(answer.path("code").toString()).isEqualTo("not_found");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_is_for_admins_is_closed_to_everybody_else() {
    return description.operations().stream()
        .filter(ForeignIdsIT::isForAdmins)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      Response answer = call(operation, stranger.request());
                      assertThat(answer.statusCode())
                          .as(operation.name() + " " + answer.asString())
                          .isEqualTo(403);
                      assertThat(answer.path("code").toString()).isEqualTo("access_denied");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nobody_is_asked_to_log_in() {
    return description.operations().stream()
        .filter(operation -> !operation.isOpen())
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () -> {
                      Response answer = call(operation, given());
                      assertThat(answer.statusCode())
                          .as(operation.name() + " " + answer.asString())
                          .isEqualTo(401);
                    }));
  }

  private static boolean isForAdmins(Operation operation) {
    return operation.room().equals("admin");
  }

  private static Response call(Operation operation, RequestSpecification request) {
    request.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"");
    request.basePath("").contentType("application/json");
    if (!operation.body().isEmpty()) {
      request.body(Samples.of(description, operation.body()));
    }
    return request.request(operation.method(), filled(operation));
  }

  private static String filled(Operation operation) {
    if (!operation.path().contains("{")) {
      return operation.path();
    }
    if (isForAdmins(operation)) {
      return operation.path().replace("{role}", "seller").replaceAll("\\{[^}]+}", "1");
    }
    String id = foreignIds.get(operation.thing());
    assertThat(id).as("This test knows no foreign id for " + operation.thing()).isNotNull();
    return operation.path().replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "1");
  }

  private static String foreignCartItem() {
    TestAccounts.Person other = TestAccounts.buyer();
    String product =
        Rows.value(
            "select id from products where status = 'active' and not has_variants"
                + " and stock_quantity > 10 order by id limit 1");
    other
        .request()
        .body(Map.of("productId", Long.valueOf(product), "quantity", 1))
        .post("/carts/current/items")
        .then()
        .statusCode(201);
    return Rows.value(
        "select i.id from cart_items i join carts c on c.id = i.cart_id where c.user_id = ?",
        other.userId());
  }

  private static String foreignKey() {
    TestAccounts.Person seller = TestAccounts.seller();
    seller
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("name", "test", "scopes", List.of("catalog.read")))
        .post("/partner/keys")
        .then()
        .statusCode(201);
    return Rows.value("select id from api_keys where owner_id = ?", seller.userId());
  }
}
