package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** From the seller's shelf to the door, and the cash back to the till. */
class DeliveryIT {

  private Person seller;
  private Person buyer;
  private Person courier;
  private long product;

  @BeforeEach
  void people() {
    seller = TestAccounts.seller();
    buyer = TestAccounts.buyer();
    courier = TestAccounts.courier();
    product = Shop.product(seller, "10000.00", 100);
    Shop.deposit(buyer, "1000000.00");
  }

  @Test
  void an_order_goes_from_the_shelf_to_the_door() {
    String order = Shop.bought(buyer, product, 1);
    Shop.makeReady(seller, order);
    Shop.admin()
        .request()
        .body(Map.of("courierId", buyer.userId()))
        .post("/admin/deliveries/" + order + "/assign")
        .then()
        .statusCode(422)
        .body("code", equalTo("not_a_courier"));
    Shop.assign(order, courier);
    courier.request().get("/courier/deliveries").then().body("items.orderNumber", contains(order));

    Shop.pickUp(courier, order);
    assertThat(report(order, 41.3000)).isTrue();
    assertThat(report(order, 41.3001)).isFalse();
    assertThat(report(order, 41.3100)).isTrue();
    buyer
        .request()
        .get("/orders/" + order + "/tracking")
        .then()
        .statusCode(200)
        .body("status", equalTo("in_transit"))
        .body("latest.position.latitude", equalTo(41.31f));
    Shop.deliver(courier, order, Shop.deliveryCode(buyer, order))
        .then()
        .statusCode(200)
        .body("status", equalTo("delivered"));

    buyer
        .request()
        .get("/orders/" + order + "/history")
        .then()
        .body(
            "items.status",
            contains(
                "pending",
                "confirmed",
                "processing",
                "ready_for_pickup",
                "picked_up",
                "in_transit",
                "delivered"));
    buyer.request().get("/orders/" + order).then().body("holdUntil", notNullValue());
  }

  @Test
  void wrong_codes_are_counted_also_when_they_come_at_once() throws Exception {
    String order = onTheWay();
    String right = Shop.deliveryCode(buyer, order);
    String wrong = right.equals("000000") ? "000001" : "000000";

    List<Integer> statuses =
        Shop.together(
            Collections.nCopies(8, () -> Shop.deliver(courier, order, wrong).statusCode()));

    assertThat(Collections.frequency(statuses, 422)).isEqualTo(4);
    assertThat(Collections.frequency(statuses, 429)).isEqualTo(4);
    Shop.deliver(courier, order, right)
        .then()
        .statusCode(429)
        .body("code", equalTo("delivery_code_locked"))
        .header("Retry-After", notNullValue());
    TestAccounts.execute(
        """
        update deliveries set locked_until = now() - interval '1 second'
        where order_id = (select id from orders where order_number = ?)
        """,
        order);
    Shop.deliver(courier, order, right).then().statusCode(200);
  }

  @Test
  void a_failed_attempt_waits_for_the_next_one() {
    String order = onTheWay();

    courier
        .request()
        .body(Map.of("reason", "nobody at home"))
        .post("/courier/deliveries/" + order + "/fail")
        .then()
        .statusCode(200)
        .body("status", equalTo("ready_for_pickup"));
    Shop.pickUp(courier, order);
    Shop.deliver(courier, order, Shop.deliveryCode(buyer, order)).then().statusCode(200);
  }

  @Test
  void what_a_vanished_courier_has_is_called_back_and_brought_by_another() {
    String order = Shop.bought(buyer, product, 1);
    callBack(order).then().statusCode(409).body("code", equalTo("order_status"));
    Shop.makeReady(seller, order);
    Shop.assign(order, courier);
    callBack(order).then().statusCode(409).body("code", equalTo("order_status"));
    Shop.pickUp(courier, order);

    callBack(order).then().statusCode(200).body("status", equalTo("ready_for_pickup"));
    callBack(order).then().statusCode(409).body("code", equalTo("order_status"));

    Person another = TestAccounts.courier();
    Shop.assign(order, another);
    Shop.pickUp(another, order);
    Shop.deliver(another, order, Shop.deliveryCode(buyer, order)).then().statusCode(200);
    assertThat(
            Rows.value(
                "select count(*) from audit_logs a join orders o on o.id = a.entity_id"
                    + " where a.action = 'delivery.failed' and o.order_number = ?",
                order))
        .isEqualTo("1");
  }

  @Test
  void only_the_courier_who_was_assigned_can_touch_it() {
    String order = onTheWay();
    Person other = TestAccounts.courier();

    other.request().get("/courier/deliveries/" + order).then().statusCode(404);
    other.request().post("/courier/deliveries/" + order + "/pick-up").then().statusCode(404);
    given().get("/courier/deliveries/" + order).then().statusCode(401);
    buyer.request().get("/courier/deliveries/" + order).then().statusCode(403);
    buyer
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("reason", "too late"))
        .post("/orders/" + order + "/cancel")
        .then()
        .statusCode(409)
        .body("code", equalTo("order_status"));
  }

  @Test
  void cash_is_owed_by_the_courier_until_accounting_books_it_once() throws Exception {
    Shop.put(buyer.request(), product, 1);
    String order =
        Shop.place(buyer.request(), Shop.order("cash", "20000.00"), Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("orders[0].orderNumber");
    Shop.makeReady(seller, order);
    Shop.assign(order, courier);
    Shop.pickUp(courier, order);
    Shop.deliver(courier, order, Shop.deliveryCode(buyer, order))
        .then()
        .statusCode(200)
        .body("cashToCollect.amount", equalTo("20000.00"));
    Shop.admin()
        .request()
        .get("/admin/cash-hand-ins/outstanding?courierId=" + courier.userId())
        .then()
        .body("items.orderNumber", hasItem(order));
    handIn(order, "19999.00").then().statusCode(422).body("code", equalTo("wrong_amount"));

    List<Integer> statuses =
        Shop.together(Collections.nCopies(4, () -> handIn(order, "20000.00").statusCode()));

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(
            Rows.value(
                """
                select sum(p.amount) from postings p
                  join ledger_accounts a on a.id = p.account_id
                  join orders o on o.id = p.order_id
                where a.kind = 'escrow' and o.order_number = ?
                """,
                order))
        .isEqualTo("20000.00");
  }

  private String onTheWay() {
    String order = Shop.bought(buyer, product, 1);
    Shop.makeReady(seller, order);
    Shop.assign(order, courier);
    Shop.pickUp(courier, order);
    return order;
  }

  private Response callBack(String order) {
    return Shop.admin()
        .request()
        .body(Map.of("reason", "the courier does not answer"))
        .post("/admin/deliveries/" + order + "/fail");
  }

  private boolean report(String order, double latitude) {
    return courier
        .request()
        .body(Map.of("position", Map.of("latitude", latitude, "longitude", 69.2)))
        .post("/courier/deliveries/" + order + "/position")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getBoolean("stored");
  }

  private Response handIn(String order, String amount) {
    return Shop.admin()
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(
            Map.of(
                "courierId", courier.userId(),
                "orderNumbers", List.of(order),
                "amount", Shop.money(amount)))
        .post("/admin/cash-hand-ins");
  }
}
