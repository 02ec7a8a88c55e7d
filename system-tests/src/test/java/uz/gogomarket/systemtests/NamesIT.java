package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Where an answer has an id that leads nowhere it has a name, a slug or a number beside it. */
class NamesIT {

  private static final String PICTURE = "https://img.example/teapot.jpg";

  private static Person seller;
  private static Person courier;
  private Person buyer;
  private long product;
  private String slug;

  @BeforeAll
  static void people() {
    seller = named(TestAccounts.seller(), "Texno", "Olam");
    courier = named(TestAccounts.courier(), "Aziz", "Karimov");
  }

  @BeforeEach
  void somethingToBuy() {
    buyer = TestAccounts.buyer();
    Shop.deposit(buyer, "1000000.00");
    product = Shop.product(seller, "10000.00", 100);
    slug = Rows.value("select slug from products where id = ?", product);
    TestAccounts.execute(
        "insert into product_images (product_id, url, is_primary) values (?, ?, true)",
        product,
        PICTURE);
  }

  @Test
  void goods_name_their_seller_and_their_category() {
    given()
        .queryParam("sellerId", seller.userId())
        .get("/products")
        .then()
        .body("items[0].sellerName", equalTo("Texno Olam"))
        .body("items[0].category.slug", notNullValue())
        .body("items[0].category.name", notNullValue());
    given().get("/products/" + slug).then().body("sellerName", equalTo("Texno Olam"));
  }

  @Test
  void a_seller_who_changes_his_name_is_known_by_the_new_one() {
    Person changing = named(TestAccounts.seller(), "Old", "Name");
    Shop.product(changing, "10000.00", 1);

    named(changing, "New", "Name");

    given()
        .queryParam("sellerId", changing.userId())
        .get("/products")
        .then()
        .body("items[0].sellerName", equalTo("New Name"));
  }

  @Test
  void an_order_says_who_sells_and_brings_it_and_what_it_is_of() {
    Shop.put(buyer.request(), product, 1);
    buyer
        .request()
        .get("/carts/current")
        .then()
        .body("sellers[0].sellerName", equalTo("Texno Olam"));
    buyer
        .request()
        .body(Map.of("address", Shop.address()))
        .post("/checkouts/quote")
        .then()
        .body("orders[0].sellerName", equalTo("Texno Olam"))
        .body("orders[0].items[0].slug", equalTo(slug))
        .body("orders[0].items[0].imageUrl", equalTo(PICTURE));
    String checkout =
        Shop.place(buyer.request(), Shop.order("gogomoney", "20000.00"), Shop.key())
            .then()
            .statusCode(201)
            .body("orders[0].sellerName", equalTo("Texno Olam"))
            .extract()
            .path("checkoutNumber");
    String order =
        buyer
            .request()
            .get("/checkouts/" + checkout)
            .then()
            .body("orders[0].sellerName", equalTo("Texno Olam"))
            .extract()
            .path("orders[0].orderNumber");
    Shop.makeReady(seller, order);
    Shop.assign(order, courier);

    buyer
        .request()
        .get("/orders/" + order)
        .then()
        .body("summary.sellerName", equalTo("Texno Olam"))
        .body("summary.courierName", equalTo("Aziz Karimov"))
        .body("items[0].slug", equalTo(slug))
        .body("items[0].imageUrl", equalTo(PICTURE));
    courier
        .request()
        .get("/courier/deliveries/" + order)
        .then()
        .body("sellerName", equalTo("Texno Olam"))
        .body("courierName", equalTo("Aziz Karimov"));
  }

  @Test
  void what_cannot_be_seen_any_more_has_no_address() {
    String order = Shop.bought(buyer, product, 1);
    TestAccounts.execute("update products set status = 'inactive' where id = ?", product);

    buyer
        .request()
        .get("/orders/" + order)
        .then()
        .body("items[0].name", equalTo("Choynak"))
        .body("items[0].slug", nullValue())
        .body("items[0].imageUrl", nullValue());
  }

  @Test
  void money_speaks_of_orders_by_their_numbers() {
    String order = Shop.bought(buyer, product, 1);

    seller
        .request()
        .get("/seller/commissions")
        .then()
        .statusCode(200)
        .body("items.orderNumber", hasItem(order));
    Shop.admin()
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("amount", Shop.money("1000.00"), "reason", "One cup was cracked"))
        .post("/admin/orders/" + order + "/refunds")
        .then()
        .statusCode(201);
    buyer
        .request()
        .get("/wallet/transactions")
        .then()
        .statusCode(200)
        .body("items[0].orderNumber", equalTo(order))
        .body("items[0].type", equalTo("refund"));
    buyer
        .request()
        .get("/payments")
        .then()
        .statusCode(200)
        .body("items[0].refunds[0].orderNumber", equalTo(order));
    assertThat(
            Shop.admin()
                .request()
                .get("/admin/refunds")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.orderNumber"))
        .contains(order);
  }

  private static Person named(Person person, String first, String last) {
    TestAccounts.execute(
        "update users set first_name = ?, last_name = ? where id = ?",
        first,
        last,
        person.userId());
    return person;
  }
}
