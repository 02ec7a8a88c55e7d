package uz.gogomarket.systemtests;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** A dispute between two people of its own, over a pot that was paid with 20,000 and delivered. */
record Quarrel(Person seller, Person buyer, Person courier, String order, long id) {

  /** The buyer has paid 20,000 out of 1,000,000 and opened it. */
  static Quarrel opened() {
    Person seller = TestAccounts.seller();
    Person buyer = TestAccounts.buyer();
    Person courier = TestAccounts.courier();
    Shop.deposit(buyer, "1000000.00");
    String order = Shop.delivered(seller, buyer, courier, Shop.product(seller, "10000.00", 10));
    long id =
        open(buyer, order, Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getLong("dispute.id");
    return new Quarrel(seller, buyer, courier, order, id);
  }

  /** The seller has answered as well: an admin decides next. */
  static Quarrel answered() {
    Quarrel quarrel = opened();
    quarrel.answer(quarrel.seller).then().statusCode(200);
    return quarrel;
  }

  /** Somebody who may decide disputes and nothing else. */
  static Person judge() {
    return TestAccounts.admin("technical_access", "disputes.decide");
  }

  static Response open(Person opener, String order, String key) {
    return opener.request().header("Idempotency-Key", key).body(complaint(order)).post("/disputes");
  }

  static Map<String, Object> complaint(String order) {
    Map<String, Object> complaint = new HashMap<>();
    complaint.put("orderNumber", order);
    complaint.put("type", "product_issue");
    complaint.put("reason", "The lid is broken");
    return complaint;
  }

  Response answer(Person by) {
    return post(by, "answer", Map.of("content", "It left us whole."));
  }

  Response appeal(Person by) {
    return post(by, "appeal", Map.of("reason", "That is not fair."));
  }

  /** Decides over our own REST, without the tasklist. */
  Response decide(Person by, String key, Map<String, Object> decision) {
    return by.request()
        .header("Idempotency-Key", key)
        .body(decision)
        .post("/admin/disputes/" + id + "/decide");
  }

  Response read(Person by) {
    return by.request().get("/disputes/" + id);
  }

  Response post(Person by, String step, Map<String, Object> body) {
    RequestSpecification request = by.request().header("Idempotency-Key", Shop.key());
    return request.body(body).post("/disputes/" + id + "/" + step);
  }

  /** Where the buyer sees it stand. */
  String stage() {
    return read(buyer).then().statusCode(200).extract().jsonPath().getString("dispute.stage");
  }
}
