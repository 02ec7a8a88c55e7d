package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Who may book money books none for himself, neither as buyer nor as seller nor as courier. */
class OwnMoneyIT {

  /** An admin who sells, brings and buys as well. */
  private static Person self;

  private static Person buyer;
  private static long ownProduct;

  @BeforeAll
  static void people() {
    self = TestAccounts.everything();
    buyer = TestAccounts.buyer();
    Shop.deposit(buyer, "1000000.00");
    ownProduct = Shop.product(self, "10000.00", 100);
  }

  @Test
  void nobody_deposits_into_the_own_wallet() {
    String before = Shop.balance(self);

    refused(
        post(
            "/admin/wallets/" + self.userId() + "/deposits",
            Map.of("amount", Shop.money("1.00"), "source", "bank", "reference", Shop.key())));

    assertThat(Shop.balance(self)).isEqualTo(before);
  }

  @Test
  void nobody_refunds_what_was_bought_sold_or_brought_by_oneself() {
    Person other = TestAccounts.everything();
    Shop.deposit(other, "1000000.00");
    Person seller = TestAccounts.seller();
    long product = Shop.product(seller, "10000.00", 10);

    String sold = Shop.bought(buyer, ownProduct, 1);
    String brought = Shop.delivered(seller, buyer, self, product);
    String bought = Shop.bought(other, product, 1);

    refused(refund(self, sold));
    refused(refund(self, brought));
    refused(refund(other, bought));
    refund(self, bought).then().statusCode(201);
  }

  @Test
  void what_all_has_gone_back_is_refused_as_refunded_already() {
    String order = Shop.bought(buyer, Shop.product(TestAccounts.seller(), "10000.00", 10), 1);
    refund(self, order).then().statusCode(201);

    refund(self, order).then().statusCode(409).body("code", equalTo("already_refunded"));
  }

  @Test
  void nobody_cancels_an_own_order_as_an_admin() {
    String sold = Shop.bought(buyer, ownProduct, 1);

    refused(post("/admin/orders/" + sold + "/cancel", Map.of("reason", "no reason")));
  }

  @Test
  void nobody_finds_the_transfer_for_what_one_sells_oneself() {
    Shop.put(buyer.request(), ownProduct, 1);
    String checkout =
        Shop.place(
                buyer.request(),
                Shop.order("bank_transfer", Shop.quote(buyer.request())),
                Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("checkoutNumber");

    refused(
        post(
            "/admin/checkouts/" + checkout + "/payments",
            Map.of("amount", Shop.money("20000.00"), "reference", Shop.key())));
  }

  @Test
  void nobody_takes_in_the_cash_that_one_carries_nor_pays_back_what_one_brought_to_a_guest() {
    Person seller = TestAccounts.seller();
    RequestSpecification guest = Shop.guest();
    Shop.put(guest, Shop.product(seller, "10000.00", 1), 1);
    Map<String, Object> asked = Shop.order("cash", Shop.quote(guest));
    asked.put(
        "guestInfo", Map.of("email", "g@example.uz", "name", "Gul", "phone", "+998901112233"));
    String order =
        Shop.place(guest, asked, Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("orders[0].orderNumber");
    Shop.makeReady(seller, order);
    Shop.assign(order, self);
    Shop.pickUp(self, order);
    String code = given().spec(guest).get("/orders/" + order).path("deliveryCode");
    Shop.deliver(self, order, code).then().statusCode(200);
    Map<String, Object> handIn =
        Map.of(
            "courierId",
            self.userId(),
            "orderNumbers",
            List.of(order),
            "amount",
            Shop.money("20000.00"));

    refused(post("/admin/cash-hand-ins", handIn));
    post(Shop.admin(), "/admin/cash-hand-ins", handIn).then().statusCode(200);
    int refund =
        refund(Shop.admin(), order).then().statusCode(201).extract().<Integer>path("refundId");
    refused(post("/admin/refunds/" + refund + "/complete", Map.of("reference", Shop.key())));
  }

  @Test
  void nobody_gives_a_delivery_to_oneself() {
    Person seller = TestAccounts.seller();
    String order = Shop.bought(buyer, Shop.product(seller, "10000.00", 1), 1);
    Shop.makeReady(seller, order);

    refused(assign(order, self));

    assertThat(Rows.value("select courier_id from orders where order_number = ?", order)).isNull();
    Shop.assign(order, self);
  }

  @Test
  void nobody_chooses_who_brings_what_one_bought_or_sold_oneself() {
    Person other = TestAccounts.everything();
    Shop.deposit(other, "1000000.00");
    Person courier = TestAccounts.courier();
    String order = Shop.bought(other, ownProduct, 1);
    Shop.makeReady(self, order);

    refused(assign(order, courier));
    refused(post(other, "/admin/deliveries/" + order + "/assign", courier(courier)));
  }

  @Test
  void nobody_calls_back_a_delivery_in_which_one_has_a_part() {
    Person seller = TestAccounts.seller();
    String order = Shop.bought(buyer, Shop.product(seller, "10000.00", 1), 1);
    Shop.makeReady(seller, order);
    Shop.assign(order, self);
    Shop.pickUp(self, order);

    refused(post("/admin/deliveries/" + order + "/fail", Map.of("reason", "I cannot find it")));
  }

  @Test
  void nobody_takes_down_or_lets_back_what_one_sells_oneself() {
    long product = Shop.product(self, "10000.00", 1);
    Map<String, Object> reason = Map.of("reason", "It is a copy");

    refused(post("/admin/products/" + product + "/take-down", reason));
    post(Shop.admin(), "/admin/products/" + product + "/take-down", reason).then().statusCode(200);
    refused(self.request().post("/admin/products/" + product + "/restore"));
  }

  @Test
  void nobody_sets_the_own_commission() {
    Map<String, Object> rule = new HashMap<>();
    rule.put("name", "For myself");
    rule.put("sellerId", self.userId());
    rule.put("rate", 0);
    rule.put("active", true);

    refused(post("/admin/commission-rules", rule));
  }

  private static Response assign(String order, Person courier) {
    return post("/admin/deliveries/" + order + "/assign", courier(courier));
  }

  private static Map<String, Object> courier(Person courier) {
    return Map.of("courierId", courier.userId());
  }

  private static Response refund(Person by, String order) {
    return post(
        by,
        "/admin/orders/" + order + "/refunds",
        Map.of("amount", Shop.money("20000.00"), "reason", "One cup was cracked"));
  }

  private static Response post(String path, Map<String, Object> body) {
    return post(self, path, body);
  }

  private static Response post(Person by, String path, Map<String, Object> body) {
    return by.request().header("Idempotency-Key", Shop.key()).body(body).post(path);
  }

  private static void refused(Response answer) {
    answer.then().statusCode(409).body("code", equalTo("own_money"));
  }
}
