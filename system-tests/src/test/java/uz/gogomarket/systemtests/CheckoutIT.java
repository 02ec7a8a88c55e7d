package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** From the cart to orders, as buyers and sellers meet it. */
class CheckoutIT {

  private Person seller;
  private Person buyer;

  @BeforeEach
  void people() {
    seller = TestAccounts.seller();
    buyer = TestAccounts.buyer();
  }

  @Test
  void a_cart_of_two_sellers_becomes_two_orders_under_one_payment() {
    Person other = TestAccounts.seller();
    long first = Shop.product(seller, "55555.55", 10);
    long second = Shop.product(other, "100000.00", 10);
    Shop.deposit(buyer, "500000.00");
    Shop.put(buyer.request(), first, 2);
    Shop.put(buyer.request(), second, 1);
    String total = Shop.quote(buyer.request());
    assertThat(total).isEqualTo("231111.10");

    Response placed = Shop.place(buyer.request(), Shop.order("gogomoney", total), Shop.key());

    JsonPath checkout =
        placed
            .then()
            .statusCode(201)
            .body("status", equalTo("paid"))
            .body("orders.sellerId", hasItem((int) seller.userId()))
            .body("orders.paymentStatus", everyItem(equalTo("paid")))
            .extract()
            .jsonPath();
    assertThat(Shop.balance(buyer)).isEqualTo("268888.90");
    assertThat(Shop.stock(first)).isEqualTo(8);
    assertThat(Shop.stock(second)).isEqualTo(9);
    buyer.request().get("/carts/current").then().body("units", equalTo(0));
    buyer
        .request()
        .get("/orders/" + checkout.getString("orders[0].orderNumber"))
        .then()
        .statusCode(200)
        .body("deliveryCode", notNullValue())
        .body("items", hasSize(1));
    buyer.request().get("/orders").then().body("items", hasSize(2));
    buyer
        .request()
        .get("/checkouts/" + checkout.getString("checkoutNumber"))
        .then()
        .body("orders", hasSize(2));
  }

  @Test
  void of_forty_buyers_at_once_ten_get_one_of_ten_units() throws Exception {
    long product = Shop.product(seller, "10000.00", 10);
    List<Supplier<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Person each = TestAccounts.buyer();
      Shop.deposit(each, "50000.00");
      Shop.put(each.request(), product, 1);
      tries.add(
          () ->
              Shop.place(each.request(), Shop.order("gogomoney", "20000.00"), Shop.key())
                  .statusCode());
    }

    List<Integer> statuses = Shop.together(tries);

    assertThat(Collections.frequency(statuses, 201)).isEqualTo(10);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(30);
    assertThat(Shop.stock(product)).isZero();
  }

  @Test
  void the_same_key_at_once_and_again_buys_once() throws Exception {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.deposit(buyer, "100000.00");
    Shop.put(buyer.request(), product, 2);
    Map<String, Object> order = Shop.order("gogomoney", "30000.00");
    String key = Shop.key();

    List<Integer> statuses =
        Shop.together(
            Collections.nCopies(6, () -> Shop.place(buyer.request(), order, key).statusCode()));

    assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    assertThat(Shop.stock(product)).isEqualTo(8);
    assertThat(Shop.balance(buyer)).isEqualTo("70000.00");
    Shop.place(buyer.request(), order, key)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", equalTo("true"));
    Shop.place(buyer.request(), Shop.order("gogomoney", "1.00"), key)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency_key_reused"));
    buyer
        .request()
        .body(order)
        .post("/checkouts")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));
  }

  @Test
  void one_cart_is_bought_once_however_many_keys_come_at_once() throws Exception {
    long product = Shop.product(seller, "10000.00", 50);
    Shop.deposit(buyer, "500000.00");
    Shop.put(buyer.request(), product, 2);
    Map<String, Object> order = Shop.order("gogomoney", "30000.00");

    List<Integer> statuses =
        Shop.together(
            Collections.nCopies(
                6, () -> Shop.place(buyer.request(), order, Shop.key()).statusCode()));

    assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    assertThat(Shop.stock(product)).isEqualTo(48);
  }

  @Test
  void another_total_than_the_buyer_was_told_is_refused_with_the_new_quote() {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.put(buyer.request(), product, 1);

    Shop.place(buyer.request(), Shop.order("cash", "19999.99"), Shop.key())
        .then()
        .statusCode(409)
        .body("code", equalTo("price_changed"))
        .body("facts.total.amount", equalTo("20000.00"));
    assertThat(Shop.stock(product)).isEqualTo(10);
  }

  @Test
  void too_little_money_changes_nothing() {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.deposit(buyer, "19999.99");
    Shop.put(buyer.request(), product, 1);

    Shop.place(buyer.request(), Shop.order("gogomoney", "20000.00"), Shop.key())
        .then()
        .statusCode(409)
        .body("code", equalTo("insufficient_funds"));

    assertThat(Shop.stock(product)).isEqualTo(10);
    assertThat(Shop.balance(buyer)).isEqualTo("19999.99");
    buyer.request().get("/orders").then().body("items", empty());
    buyer.request().get("/carts/current").then().body("units", equalTo(1));
  }

  @Test
  void cancelling_gives_stock_and_money_back_once() throws Exception {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.deposit(buyer, "50000.00");
    String order = Shop.bought(buyer, product, 2);

    List<Integer> statuses =
        Shop.together(
            Collections.nCopies(
                5,
                () ->
                    buyer
                        .request()
                        .header("Idempotency-Key", Shop.key())
                        .body(Map.of("reason", "changed my mind"))
                        .post("/orders/" + order + "/cancel")
                        .statusCode()));

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Shop.stock(product)).isEqualTo(10);
    assertThat(Shop.balance(buyer)).isEqualTo("50000.00");
    buyer
        .request()
        .get("/orders/" + order + "/history")
        .then()
        .body("items.status", contains("pending", "cancelled"))
        .body("items.by", contains("buyer", "buyer"));
  }

  @Test
  void a_bank_transfer_is_recorded_by_accounting_before_the_seller_confirms() {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.put(buyer.request(), product, 1);
    JsonPath checkout =
        Shop.place(buyer.request(), Shop.order("bank_transfer", "20000.00"), Shop.key())
            .then()
            .statusCode(201)
            .body("status", equalTo("awaiting_payment"))
            .body("expiresAt", notNullValue())
            .extract()
            .jsonPath();
    String order = checkout.getString("orders[0].orderNumber");
    String number = checkout.getString("checkoutNumber");

    seller
        .request()
        .post("/seller/orders/" + order + "/confirm")
        .then()
        .statusCode(409)
        .body("code", equalTo("not_paid"));
    record(number, "19999.00").then().statusCode(422).body("code", equalTo("wrong_amount"));
    record(number, "20000.00").then().statusCode(200).body("status", equalTo("paid"));
    record(number, "20000.00").then().statusCode(409).body("code", equalTo("not_awaiting_payment"));
    seller.request().post("/seller/orders/" + order + "/confirm").then().statusCode(200);
  }

  @Test
  void a_cart_that_costs_more_than_anybody_buys_is_refused_and_stays_as_it_was() {
    Person rich = TestAccounts.buyer();
    long product = Shop.product(seller, "100000000000.00", 1000);
    Shop.put(rich.request(), product, 10);

    rich.request()
        .body(Map.of("productId", product, "quantity", 1))
        .post("/carts/current/items")
        .then()
        .statusCode(422)
        .body("code", equalTo("cart_too_large"));
    rich.request()
        .body(Map.of("productId", product, "quantity", 900))
        .post("/carts/current/items")
        .then()
        .statusCode(422)
        .body("code", equalTo("cart_too_large"));

    rich.request().get("/carts/current").then().statusCode(200).body("units", equalTo(10));
  }

  @Test
  void a_cart_whose_prices_have_risen_too_far_can_be_seen_and_not_bought() {
    Person rich = TestAccounts.buyer();
    long product = Shop.product(seller, "1000.00", 1000);
    Shop.put(rich.request(), product, 1000);
    TestAccounts.execute("update products set base_price = 100000000000 where id = ?", product);

    rich.request()
        .get("/carts/current")
        .then()
        .statusCode(200)
        .body("subtotal.amount", equalTo("100000000000000.00"));
    rich.request()
        .body(Map.of("address", Shop.address()))
        .post("/checkouts/quote")
        .then()
        .statusCode(422)
        .body("code", equalTo("cart_too_large"));
  }

  @Test
  void a_guest_buys_with_cash_and_sees_only_his_own() {
    long product = Shop.product(seller, "10000.00", 10);
    RequestSpecification guest = Shop.guest();
    Shop.put(guest, product, 1);
    Map<String, Object> order = Shop.order("cash", "20000.00");
    Shop.place(guest, order, Shop.key())
        .then()
        .statusCode(400)
        .body("violations.field", contains("guestInfo"));
    order.put(
        "guestInfo", Map.of("email", "g@example.uz", "name", "Gul", "phone", "+998901112233"));
    Map<String, Object> fromWallet = new HashMap<>(order);
    fromWallet.put("paymentMethod", "gogomoney");
    Shop.place(guest, fromWallet, Shop.key())
        .then()
        .statusCode(422)
        .body("code", equalTo("account_needed"));

    String number =
        Shop.place(guest, order, Shop.key())
            .then()
            .statusCode(201)
            .body("status", equalTo("cash_on_delivery"))
            .extract()
            .jsonPath()
            .getString("orders[0].orderNumber");

    given().spec(guest).get("/orders/" + number).then().statusCode(200);
    given().spec(Shop.guest()).get("/orders/" + number).then().statusCode(404);
    buyer.request().get("/orders/" + number).then().statusCode(404);
    given().get("/orders/" + number).then().statusCode(401);
  }

  @Test
  void at_login_the_guests_cart_joins_the_users() {
    long shared = Shop.product(seller, "10000.00", 10);
    long mine = Shop.product(seller, "20000.00", 10);
    Shop.put(buyer.request(), shared, 1);
    RequestSpecification guest = Shop.guest();
    Shop.put(guest, shared, 2);
    Shop.put(guest, mine, 1);

    String token =
        given()
            .spec(guest)
            .body(Map.of("email", buyer.email(), "password", TestAccounts.PASSWORD))
            .post("/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getString("accessToken");

    given()
        .header("Authorization", "Bearer " + token)
        .get("/carts/current")
        .then()
        .body("sellers[0].items.quantity", containsInAnyOrder(3, 1));
  }

  @Test
  void the_cart_says_what_changed_and_refuses_stale_changes() {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.put(buyer.request(), product, 1);
    TestAccounts.execute("update products set base_price = 12000 where id = ?", product);
    JsonPath cart =
        buyer
            .request()
            .get("/carts/current")
            .then()
            .body("sellers[0].items[0].changes", contains("price_up"))
            .body("sellers[0].items[0].previousPrice.amount", equalTo("10000.00"))
            .extract()
            .jsonPath();
    buyer.request().get("/carts/current").then().body("sellers[0].items[0].changes", empty());
    String item = "/carts/current/items/" + cart.getString("sellers[0].items[0].id");
    Map<String, Integer> three = Map.of("quantity", 3);

    buyer.request().body(three).patch(item).then().statusCode(428);
    buyer.request().header("If-Match", "\"77\"").body(three).patch(item).then().statusCode(412);
    buyer
        .request()
        .header("If-Match", "\"" + cart.getInt("version") + "\"")
        .body(three)
        .patch(item)
        .then()
        .statusCode(200)
        .body("units", equalTo(3));
    buyer
        .request()
        .body(Map.of("productId", product, "quantity", 8))
        .post("/carts/current/items")
        .then()
        .statusCode(409)
        .body("code", equalTo("out_of_stock"))
        .body("facts[0].available", equalTo(10));
  }

  @Test
  void nobody_buys_from_himself() {
    long product = Shop.product(seller, "10000.00", 10);

    seller
        .request()
        .body(Map.of("productId", product, "quantity", 1))
        .post("/carts/current/items")
        .then()
        .statusCode(422)
        .body("code", equalTo("own_product"));
  }

  @Test
  void a_seller_sees_his_orders_without_the_buyers_code_and_no_others() {
    long product = Shop.product(seller, "10000.00", 10);
    Shop.deposit(buyer, "50000.00");
    String order = Shop.bought(buyer, product, 1);

    seller
        .request()
        .get("/seller/orders/" + order)
        .then()
        .statusCode(200)
        .body("deliveryCode", nullValue())
        .body("commission", notNullValue());
    TestAccounts.seller().request().get("/seller/orders/" + order).then().statusCode(404);
    buyer.request().get("/seller/orders/" + order).then().statusCode(403);
  }

  private static Response record(String checkout, String amount) {
    return Shop.admin()
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("amount", Shop.money(amount), "reference", "line of " + checkout))
        .post("/admin/checkouts/" + checkout + "/payments");
  }
}
