package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uz.gogomarket.systemtests.Description.Operation;
import uz.gogomarket.systemtests.TestAccounts.Person;

/**
 * Things that somebody owns or looks after, one of every kind that the description has, to fill
 * addresses and bodies with.
 */
final class OwnThings {

  /** Stands in a body for a text that no other request has. */
  private static final String UNIQUE = "a-text-of-its-own";

  private static final Object LEFT_OUT = new Object();

  private final Person owner;
  private final Person seller = TestAccounts.seller();
  private final Person buyer = TestAccounts.buyer();
  private final long foreignProduct = Shop.product(seller, "10000.00", 1000);

  /** Beginnings of addresses, by the beginnings of the described addresses that they fill. */
  private final Map<String, String> addresses = new HashMap<>();

  /** Values of fields, by their names. */
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param owner somebody who may do everything
   */
  OwnThings(Person owner) {
    this.owner = owner;
    Shop.deposit(owner, "1000000.00");
    Shop.deposit(buyer, "1000000.00");
    goods();
    orders();
    account();
    whatAdminsLookAfter();
    values.put("productId", foreignProduct);
    values.put("categoryId", Long.valueOf(Rows.value("select min(id) from categories")));
    values.put("courierId", owner.userId());
    values.put("scopes", List.of("orders.read"));
    values.put("role", "influencer");
    values.put("email", UNIQUE + "@example.uz");
    values.put("reference", UNIQUE);
    values.put("password", TestAccounts.PASSWORD);
    values.put("city", Shop.address().get("city"));
    values.put("addressId", Long.valueOf(savedAddress()));
    values.put("sellerId", seller.userId());
    values.put("saleActive", false);
    values.put("options", Map.of("a", "q"));
    values.put("variantId", LEFT_OUT);
  }

  /** The address of a thing that is there, and what the operation cannot do without. */
  String address(Operation operation) {
    String below = operation.below();
    String known =
        addresses.keySet().stream()
            .filter(below::startsWith)
            .max(Comparator.comparing(String::length))
            .orElse("");
    String filled = addresses.getOrDefault(known, "") + below.substring(known.length());
    assertThat(filled).as("There is no thing of one's own for " + below).doesNotContain("{");
    String query = operation.path().endsWith("/search") ? "?q=choynak" : "";
    return operation.path().replace(below, filled) + query;
  }

  /** A body that fits the operation, with values that mean something here. */
  Map<String, Object> body(Description description, Operation operation) {
    Map<String, Object> body = meaningful(Samples.of(description, operation.body()));
    if (operation.path().contains("/delivery-zones")) {
      // Not where other tests have their goods brought to.
      body.put("city", UNIQUE);
    }
    return body;
  }

  /** The body, with texts of its own where it needs them. */
  static byte[] unique(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return text.contains(UNIQUE)
        ? text.replace(UNIQUE, Shop.key()).getBytes(StandardCharsets.ISO_8859_1)
        : body;
  }

  private Map<String, Object> meaningful(Object sample) {
    Map<String, Object> filled = new LinkedHashMap<>();
    Description.asMap(sample)
        .forEach(
            (name, value) -> {
              Object inside = value instanceof Map<?, ?> ? meaningful(value) : value;
              filled.put(name, values.getOrDefault(name, inside));
            });
    filled.values().removeIf(LEFT_OUT::equals);
    return filled;
  }

  private void goods() {
    long product = Shop.product(owner, "10000.00", 1000);
    long chosen = Shop.product(owner, "10000.00", 0);
    TestAccounts.execute("update products set has_variants = true where id = ?", chosen);
    TestAccounts.execute(
        "insert into product_options (product_id, name, values) values (?, 'a', '{q,r}')", chosen);
    TestAccounts.execute(
        "insert into product_variants (product_id, name, attributes) values (?, 'Q', '{\"a\":"
            + " \"q\"}')",
        chosen);
    String variant = Rows.value("select id from product_variants where product_id = ?", chosen);
    add("seller/products/{id}", product);
    add("seller/products/{id}/variants", "seller/products/" + chosen + "/variants");
    add(
        "seller/products/{id}/variants/{variantId}",
        "seller/products/" + chosen + "/variants/" + variant);
    add("products/{slug}", Rows.value("select slug from products where id = ?", product));
    add("categories/{slug}", Rows.value("select slug from categories order by id limit 1"));
  }

  private void orders() {
    String bought = Shop.bought(owner, foreignProduct, 1);
    String waiting = onTheShelf(buyer);
    String given = onTheShelf(buyer);
    Shop.assign(given, owner);
    String underWay = onTheShelf(owner);
    pickUp(underWay, TestAccounts.courier());
    add("orders/{number}", bought);
    add("seller/orders/{number}", sold());
    // Where the own money is, an admin is refused before anything else.
    add("admin/orders/{number}", Shop.bought(buyer, foreignProduct, 1));
    add("admin/deliveries/{number}", waiting);
    add("admin/deliveries/{number}/fail", "admin/deliveries/" + carried() + "/fail");
    add("courier/deliveries/{number}", carried());
    add("courier/deliveries/{number}/fail", "courier/deliveries/" + carried() + "/fail");
    // Wrong codes are counted, though they are refused.
    add("courier/deliveries/{number}/deliver", "courier/deliveries/" + given + "/deliver");
    add("disputes/{id}", dispute());
    add("checkouts/{number}", unpaid(owner));
    add("admin/checkouts/{number}", unpaid(buyer));
    add(
        "payments/{id}",
        Rows.value(
            "select max(p.id) from payments p join checkouts c on c.id = p.checkout_id"
                + " where c.buyer_id = ?",
            owner.userId()));
    Shop.put(owner.request(), foreignProduct, 1);
    add(
        "carts/current/items/{id}",
        Rows.value(
            "select max(i.id) from cart_items i join carts c on c.id = i.cart_id where c.user_id ="
                + " ?",
            owner.userId()));
    values.put("orderNumber", underWay);
  }

  private void account() {
    add("partner/keys/{id}", SoapClient.of(owner).id());
    add("me/addresses/{id}", savedAddress());
    Person again = owner.loggedInAgain();
    add(
        "me/sessions/{id}",
        Rows.value("select max(id) from user_sessions where user_id = ?", again.userId()));
  }

  private void whatAdminsLookAfter() {
    add("admin/categories/{id}", made("admin/categories", Map.of("name", Shop.key())));
    Map<String, Object> rule =
        Map.of("name", "test", "sellerId", seller.userId(), "rate", 10, "active", true);
    add("admin/commission-rules/{id}", made("admin/commission-rules", rule));
    Map<String, Object> zone =
        Map.of("name", Shop.key(), "city", Shop.key(), "districts", List.of(), "active", true);
    add("admin/delivery-zones/{id}", made("admin/delivery-zones", zone));
    add("admin/disputes/{id}", newest("disputes"));
    add("admin/events/consumers/{consumer}", "admin/events/consumers/nobody");
    add("admin/events/dead-letters/{consumer}/{messageId}/restart", deadLetter() + "/restart");
    add("admin/events/dead-letters/{consumer}/{messageId}/skip", deadLetter() + "/skip");
    add("admin/partner-keys/{id}", SoapClient.of(seller).id());
    add("admin/products/{id}", Shop.product(seller, "10000.00", 1));
    add("admin/refunds/{id}", newest("refunds"));
    add(
        "admin/role-requests/{userId}/{role}",
        "admin/role-requests/" + seller.userId() + "/seller");
    add("admin/settings/{key}", "orders.hold-days");
    add("admin/users/{id}", buyer.userId());
    add("admin/users/{id}/admin-roles/{roleId}", adminRole());
    add("admin/wallets/{userId}", buyer.userId());
  }

  /** Fills the last part of a described address, or the whole of it. */
  private void add(String described, Object value) {
    String text = String.valueOf(value);
    addresses.put(
        described,
        text.contains("/") ? text : described.substring(0, described.indexOf('{')) + text);
  }

  private String sold() {
    return Shop.bought(buyer, Shop.product(owner, "10000.00", 10), 1);
  }

  private String onTheShelf(Person by) {
    String order = Shop.bought(by, foreignProduct, 1);
    Shop.makeReady(seller, order);
    return order;
  }

  private String carried() {
    String order = onTheShelf(buyer);
    pickUp(order, owner);
    return order;
  }

  private static void pickUp(String order, Person courier) {
    Shop.assign(order, courier);
    courier.request().post("/courier/deliveries/" + order + "/pick-up").then().statusCode(200);
  }

  private String dispute() {
    String order = onTheShelf(owner);
    pickUp(order, TestAccounts.courier());
    return owner
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("orderNumber", order, "type", "product_issue", "reason", "Broken"))
        .post("/disputes")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("dispute.id");
  }

  private String unpaid(Person by) {
    Shop.put(by.request(), foreignProduct, 1);
    Map<String, Object> order = Shop.order("bank_transfer", Shop.quote(by.request()));
    return Shop.place(by.request(), order, Shop.key())
        .then()
        .statusCode(201)
        .extract()
        .path("checkoutNumber");
  }

  private String savedAddress() {
    Map<String, Object> address = new HashMap<>(Shop.address());
    address.put("type", "delivery");
    return made("me/addresses", address);
  }

  private String made(String below, Map<String, Object> body) {
    return owner
        .request()
        .body(body)
        .post("/" + below)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private static String adminRole() {
    Person admin = TestAccounts.admin("accounting");
    String role = Rows.value("select id from admin_roles where user_id = ?", admin.userId());
    return "admin/users/" + admin.userId() + "/admin-roles/" + role;
  }

  /** Of a consumer that there is not. */
  private static String deadLetter() {
    String message =
        Rows.value(
            "select max(id) from outbox m where not exists"
                + " (select from outbox_deliveries d where d.message_id = m.id)");
    TestAccounts.execute(
        "insert into outbox_deliveries"
            + " (message_id, consumer, aggregate_type, aggregate_id, due_at, dead_at)"
            + " select id, 'nobody', aggregate_type, aggregate_id, now(), now()"
            + " from outbox where id = ?",
        Long.valueOf(message));
    return "admin/events/dead-letters/nobody/" + message;
  }

  private static String newest(String table) {
    return Rows.value("select max(id) from " + table);
  }
}
