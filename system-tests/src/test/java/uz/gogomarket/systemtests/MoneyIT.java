package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Wallets, the books, commission rules and payments, as clients meet them. */
class MoneyIT {

  @Test
  void who_registers_finds_an_empty_wallet() {
    Person buyer = TestAccounts.buyer();

    buyer
        .request()
        .get("/wallet")
        .then()
        .statusCode(200)
        .body("balance.amount", equalTo("0.00"))
        .body("balance.currency", equalTo("UZS"))
        .body("owed.amount", equalTo("0.00"))
        .body("active", equalTo(true));
    buyer.request().get("/wallet/transactions").then().statusCode(200).body("items", empty());
  }

  @Test
  void a_deposit_that_accounting_books_can_be_seen_by_its_owner_only() {
    Person owner = TestAccounts.buyer();
    Person other = TestAccounts.buyer();

    deposit(accountant(), owner, "150000.00", key(), key())
        .statusCode(201)
        .body("balance.amount", equalTo("150000.00"));

    owner
        .request()
        .get("/wallet/transactions")
        .then()
        .body("items", hasSize(1))
        .body("items[0].type", equalTo("deposit"))
        .body("items[0].balanceBefore.amount", equalTo("0.00"))
        .body("items[0].balanceAfter.amount", equalTo("150000.00"));
    other.request().get("/wallet/transactions").then().body("items", empty());
    other.request().get("/wallet").then().body("balance.amount", equalTo("0.00"));
  }

  @Test
  void the_same_key_books_a_deposit_once_also_when_it_comes_eight_times_at_once() throws Exception {
    Person owner = TestAccounts.buyer();
    Person accountant = accountant();
    String key = key();
    String reference = key();

    List<Integer> statuses =
        Shop.together(
            8, () -> deposit(accountant, owner, "100.00", key, reference).extract().statusCode());

    assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    deposit(accountant, owner, "100.00", key, reference)
        .statusCode(201)
        .header("Idempotency-Replayed", equalTo("true"));
    deposit(accountant, owner, "200.00", key, reference)
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
    balanceOf(owner, "100.00");
  }

  @Test
  void the_same_reference_is_booked_once_whatever_key_it_comes_with() throws Exception {
    Person owner = TestAccounts.buyer();
    Person accountant = accountant();
    String reference = key();

    List<Integer> statuses =
        Shop.together(
            8, () -> deposit(accountant, owner, "100.00", key(), reference).extract().statusCode());

    assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    balanceOf(owner, "100.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.00",
        "-1.00",
        "1.001",
        "10000000000.01",
        "99999999999999999.99",
        "1e3",
        "x",
        ""
      })
  void an_amount_that_is_none_is_refused(String amount) {
    Person owner = TestAccounts.buyer();

    deposit(accountant(), owner, amount, key(), key())
        .statusCode(400)
        .body("violations.field", hasItem("amount"));
    balanceOf(owner, "0.00");
  }

  @Test
  void a_deposit_needs_its_key_an_owner_and_the_permission() {
    Person owner = TestAccounts.buyer();
    Person accountant = accountant();

    accountant
        .request()
        .body(depositOf("1.00", key()))
        .post("/admin/wallets/{id}/deposits", owner.userId())
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));
    accountant
        .request()
        .header("Idempotency-Key", key())
        .body(depositOf("1.00", key()))
        .post("/admin/wallets/{id}/deposits", 999_999_999)
        .then()
        .statusCode(404);
    deposit(owner, owner, "1.00", key(), key()).statusCode(403);
    deposit(TestAccounts.admin("technical_access"), owner, "1.00", key(), key()).statusCode(403);
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key())
        .body(depositOf("1.00", key()))
        .post("/admin/wallets/{id}/deposits", owner.userId())
        .then()
        .statusCode(401);
    balanceOf(owner, "0.00");
  }

  @Test
  void an_accountant_whose_session_has_ended_books_nothing() {
    Person owner = TestAccounts.buyer();
    Person accountant = accountant();
    accountant.request().post("/auth/logout").then().statusCode(204);

    deposit(accountant, owner, "1.00", key(), key()).statusCode(401);

    balanceOf(owner, "0.00");
  }

  @Test
  void the_books_balance() {
    accountant()
        .request()
        .get("/admin/reports/ledger")
        .then()
        .statusCode(200)
        .body("total.amount", equalTo("0.00"))
        .body("accounts.kind", hasItem("escrow"))
        .body("proof.balanced", equalTo(true))
        .body("proof.findings", empty())
        .body("proof.wallets", greaterThan(0));
    TestAccounts.buyer().request().get("/admin/reports/ledger").then().statusCode(403);
  }

  @Test
  void the_orders_that_hold_money_are_listed_page_by_page() {
    Person accountant = accountant();
    String next =
        accountant
            .request()
            .get("/admin/reports/ledger/escrow?limit=2")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .header("Link", notNullValue())
            .extract()
            .path("nextCursor");

    accountant
        .request()
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/admin/reports/ledger/escrow")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @Test
  void the_last_proof_is_part_of_the_readiness() {
    given()
        .basePath("")
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'ledger' }.status", equalTo("UP"));
  }

  @Test
  void a_commission_rule_is_added_changed_moved_and_deleted() {
    Person admin = TestAccounts.superAdmin();
    Person seller = TestAccounts.seller();
    Map<String, Object> rule = rule(seller, "7.50");
    Response made = admin.request().body(rule).post("/admin/commission-rules");
    made.then().statusCode(201).header("ETag", equalTo("\"0\"")).body("rate", equalTo(7.5f));
    String path = "/admin/commission-rules/" + made.jsonPath().getLong("id");

    admin.request().body(rule).put(path).then().statusCode(428);
    admin.request().header("If-Match", "\"9\"").body(rule).put(path).then().statusCode(412);
    rule.put("rate", 5);
    admin
        .request()
        .header("If-Match", "\"0\"")
        .body(rule)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));
    admin
        .request()
        .header("If-Match", "\"1\"")
        .body(Map.of("before", made.jsonPath().getLong("id")))
        .post(path + "/move")
        .then()
        .statusCode(400)
        .body("violations.field", contains("before"));
    long first =
        admin
            .request()
            .get("/admin/commission-rules?limit=1")
            .then()
            .extract()
            .jsonPath()
            .getLong("items[0].id");
    admin
        .request()
        .header("If-Match", "\"1\"")
        .body(Map.of("before", first))
        .post(path + "/move")
        .then()
        .statusCode(200);
    admin
        .request()
        .get("/admin/commission-rules?limit=1")
        .then()
        .body("items[0].sellerId", equalTo((int) seller.userId()));
    admin.request().header("If-Match", "\"2\"").delete(path).then().statusCode(204);
    admin.request().get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "rate,50.01",
    "rate,-1",
    "rate,1.005",
    "sellerId,999999999",
    "categoryId,999999999",
    "endsAt,2020-01-01T00:00:00Z",
    "name,''",
    "unknown,1",
  })
  void a_rule_that_makes_no_sense_is_refused(String field, String value) {
    Map<String, Object> rule = rule(TestAccounts.seller(), "5");
    boolean number = value.matches("-?[0-9.]+");
    rule.put(field, number ? new BigDecimal(value) : value);

    TestAccounts.superAdmin()
        .request()
        .body(rule)
        .post("/admin/commission-rules")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }

  @Test
  void only_who_may_manage_commissions_sees_the_rules() {
    TestAccounts.seller().request().get("/admin/commission-rules").then().statusCode(403);
    given().get("/admin/commission-rules").then().statusCode(401);
    TestAccounts.admin("accounting")
        .request()
        .get("/admin/commission-rules")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("Everything else"));
  }

  @Test
  void sellers_see_their_own_commissions_and_others_see_none() {
    Person seller = TestAccounts.seller();
    seller.request().get("/seller/commissions").then().statusCode(200).body("items", empty());
    seller
        .request()
        .get("/seller/commissions?status=lost")
        .then()
        .statusCode(400)
        .body("violations.field", contains("status"));
    TestAccounts.buyer().request().get("/seller/commissions").then().statusCode(403);
  }

  @Test
  void a_payment_is_seen_by_its_buyer_and_accounting_only() {
    Person accountant = accountant();
    Integer id =
        accountant
            .request()
            .get("/admin/payments?status=paid&limit=5")
            .then()
            .statusCode(200)
            .body("items.status", everyItem(equalTo("paid")))
            .extract()
            .path("items[0].id");

    TestAccounts.buyer().request().get("/payments/{id}", id).then().statusCode(404);
    given().get("/payments/{id}", id).then().statusCode(401);
    TestAccounts.buyer().request().get("/payments").then().statusCode(200).body("items", empty());
    given().get("/payments").then().statusCode(401);
    TestAccounts.buyer().request().get("/admin/payments").then().statusCode(403);
    TestAccounts.buyer().request().get("/admin/refunds").then().statusCode(403);
  }

  @Test
  void a_refund_that_is_completed_cannot_be_completed_again() {
    Person accountant = accountant();
    Integer id =
        accountant
            .request()
            .get("/admin/refunds?status=completed&limit=1")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");

    accountant
        .request()
        .header("Idempotency-Key", key())
        .body(Map.of("reference", key()))
        .post("/admin/refunds/{id}/complete", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("refund_not_pending"));
    accountant
        .request()
        .header("Idempotency-Key", key())
        .body(Map.of("reference", " "))
        .post("/admin/refunds/{id}/complete", id)
        .then()
        .statusCode(400);
  }

  @Test
  void accounting_gives_money_of_an_order_back_once_per_key() {
    Person seller = TestAccounts.seller();
    Person buyer = TestAccounts.buyer();
    Person accountant = accountant();
    Shop.deposit(buyer, "1000000.00");
    long product = Shop.product(seller, "10000.00", 10);
    String order = Shop.delivered(seller, buyer, TestAccounts.courier(), product);
    String key = key();

    refund(accountant, order, "5000.00", key).statusCode(201).body("outcome", equalTo("completed"));
    refund(accountant, order, "5000.00", key)
        .statusCode(201)
        .header("Idempotency-Replayed", equalTo("true"));

    balanceOf(buyer, "985000.00");
    refund(accountant, order, "15000.01", key())
        .statusCode(422)
        .body("code", equalTo("refund_out_of_range"));
    refund(accountant, order, "0.00", key())
        .statusCode(422)
        .body("code", equalTo("refund_out_of_range"));
    refund(accountant, "O-0", "1.00", key()).statusCode(404);
    refund(seller, order, "1.00", key()).statusCode(403);
    refund(TestAccounts.admin("technical_access"), order, "1.00", key()).statusCode(403);
    balanceOf(buyer, "985000.00");
    refund(accountant, order, "15000.00", key()).statusCode(201);
    buyer.request().get("/orders/" + order).then().body("summary.status", equalTo("refunded"));
  }

  private static ValidatableResponse refund(Person by, String order, String amount, String key) {
    return by.request()
        .header("Idempotency-Key", key)
        .body(Map.of("amount", Shop.money(amount), "reason", "One cup was cracked"))
        .post("/admin/orders/{number}/refunds", order)
        .then();
  }

  private static Person accountant() {
    return TestAccounts.admin("accounting");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Object> rule(Person seller, String rate) {
    Map<String, Object> rule = new HashMap<>();
    rule.put("name", "Agreement with a seller");
    rule.put("sellerId", seller.userId());
    rule.put("rate", new BigDecimal(rate));
    rule.put("startsAt", "2026-01-01T00:00:00Z");
    rule.put("active", true);
    return rule;
  }

  private static Map<String, Object> depositOf(String amount, String reference) {
    return Map.of(
        "amount",
        Map.of("amount", amount, "currency", "UZS"),
        "source",
        "bank",
        "reference",
        reference);
  }

  private static ValidatableResponse deposit(
      Person by, Person owner, String amount, String key, String reference) {
    return by.request()
        .header("Idempotency-Key", key)
        .body(depositOf(amount, reference))
        .post("/admin/wallets/{id}/deposits", owner.userId())
        .then();
  }

  private static void balanceOf(Person owner, String amount) {
    owner.request().get("/wallet").then().body("balance.amount", equalTo(amount));
  }
}
