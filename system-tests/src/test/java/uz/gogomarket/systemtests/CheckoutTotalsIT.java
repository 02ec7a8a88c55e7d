package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.gogomarket.runtime.Promises;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What a checkout costs when some of its orders are cancelled, before it is paid or after. */
class CheckoutTotalsIT {

  /** What each order costs, delivery included. */
  private static final int PRICE = 20_000;

  private static final Map<Person, Long> GOODS = new HashMap<>();

  @BeforeAll
  static void sellers() {
    for (int i = 0; i < 3; i++) {
      Person seller = TestAccounts.seller();
      GOODS.put(seller, Shop.product(seller, "10000.00", 1000));
    }
  }

  @Test
  void a_transfer_pays_what_is_left_of_a_checkout_and_the_checkout_says_so() throws Exception {
    Bought bought = bought("bank_transfer", 2);
    bought.cancel(0);

    bought.pays(2 * PRICE).then().statusCode(422).body("code", equalTo("wrong_amount"));
    bought.pays(PRICE).then().statusCode(200).body("status", equalTo("paid"));

    assertThat(bought.total()).isEqualTo("20000.00");
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
  }

  static Stream<Arguments> cancelled() {
    List<Arguments> all = new ArrayList<>();
    for (String method : List.of("bank_transfer", "gogomoney", "cash")) {
      for (int orders = 1; orders <= 3; orders++) {
        for (int before = 0; before <= orders; before++) {
          boolean paidAtOnce = method.equals("gogomoney");
          for (int after = 0; after <= (method.equals("cash") ? 0 : 1); after++) {
            if (before + after <= orders && (before == 0 || !paidAtOnce)) {
              all.add(Arguments.of(method, orders, before, after));
            }
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, {1} orders, {2} cancelled before the payment, {3} after it")
  @MethodSource("cancelled")
  void a_checkout_costs_what_was_not_cancelled_before_it_was_paid(
      String method, int orders, int before, int after) {
    Bought bought = bought(method, orders);
    for (int i = 0; i < before; i++) {
      bought.cancel(i);
    }
    int left = orders - before;
    if (method.equals("bank_transfer") && left > 0) {
      bought.pays(left * PRICE).then().statusCode(200);
    }
    for (int i = before; i < before + after; i++) {
      bought.cancel(i);
    }

    assertThat(bought.total()).isEqualTo(left * PRICE + ".00");
    assertThat(bought.stored()).isEqualTo(left * PRICE + ".00");
    if (left > 0) {
      assertThat(bought.paymentLessWaived()).isEqualTo(left * PRICE + ".00");
    }
  }

  private static Bought bought(String method, int orders) {
    Person buyer = TestAccounts.buyer();
    if (method.equals("gogomoney")) {
      Shop.deposit(buyer, "1000000.00");
    }
    GOODS.values().stream().limit(orders).forEach(product -> Shop.put(buyer.request(), product, 1));
    JsonPath placed =
        Shop.place(buyer.request(), Shop.order(method, Shop.quote(buyer.request())), Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Bought(
        buyer, placed.getString("checkoutNumber"), placed.getList("orders.orderNumber"));
  }

  private record Bought(Person buyer, String number, List<String> orders) {

    void cancel(int which) {
      buyer
          .request()
          .header("Idempotency-Key", Shop.key())
          .body(Map.of("reason", "changed my mind"))
          .post("/orders/" + orders.get(which) + "/cancel")
          .then()
          .statusCode(200);
    }

    Response pays(int amount) {
      return Shop.admin()
          .request()
          .header("Idempotency-Key", Shop.key())
          .body(Map.of("amount", Shop.money(amount + ".00"), "reference", Shop.key()))
          .post("/admin/checkouts/" + number + "/payments");
    }

    String total() {
      return buyer.request().get("/checkouts/" + number).jsonPath().getString("total.amount");
    }

    String stored() {
      return Rows.value("select total_amount from checkouts where checkout_number = ?", number);
    }

    String paymentLessWaived() {
      return Rows.value(
          "select p.amount - p.waived_amount from payments p join checkouts c"
              + " on c.id = p.checkout_id where c.checkout_number = ?",
          number);
    }
  }
}
