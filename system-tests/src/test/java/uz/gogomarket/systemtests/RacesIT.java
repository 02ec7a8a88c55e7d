package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uz.gogomarket.runtime.Promises;

/** Many at once, and the same once more. */
class RacesIT {

  private static final Map<String, Object> ADDRESS =
      Map.of(
          "type", "delivery",
          "isDefault", true,
          "fullName", "Test User",
          "phone", "+998901234567",
          "country", "Uzbekistan",
          "city", "Toshkent",
          "district", "Chilonzor",
          "street", "Bunyodkor 1",
          "latitude", 41.2856,
          "longitude", 69.2034);

  @Test
  void the_same_deposit_sent_twenty_times_at_once_is_recorded_once() throws Exception {
    TestAccounts.Person accounting = TestAccounts.admin("accounting");
    TestAccounts.Person buyer = TestAccounts.buyer();
    String key = UUID.randomUUID().toString();

    List<Response> answers = Shop.together(20, () -> deposit(accounting, buyer, key, "1000.00"));

    assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
    assertThat(balance(buyer)).isEqualTo("1000.00");
    Response again = deposit(accounting, buyer, key, "1000.00");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(balance(buyer)).isEqualTo("1000.00");
  }

  @Test
  void the_same_key_with_another_deposit_is_refused() {
    TestAccounts.Person accounting = TestAccounts.admin("accounting");
    TestAccounts.Person buyer = TestAccounts.buyer();
    String key = UUID.randomUUID().toString();
    deposit(accounting, buyer, key, "1000.00");

    Response other = deposit(accounting, buyer, key, "2000.00");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("code")).isEqualTo("idempotency_key_reused");
    assertThat(balance(buyer)).isEqualTo("1000.00");
  }

  @Test
  void forty_buyers_at_once_get_the_ten_units_there_are_and_the_others_nothing() throws Exception {
    long product = productWithStock(10);
    TestAccounts.Person accounting = TestAccounts.admin("accounting");
    List<Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      buyers.add(readyToBuy(accounting, product, 1));
    }

    List<Response> answers =
        Shop.together(buyers.stream().<Supplier<Response>>map(buyer -> buyer::checkOut).toList());

    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(10);
    assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(409);
              assertThat(refused.<String>path("code")).isEqualTo("out_of_stock");
            });
    assertThat(Rows.value("select stock_quantity from products where id = ?", product))
        .isEqualTo("0");
    assertThat(
            Rows.value(
                "select coalesce(sum(quantity), 0) from order_items where product_id = ?", product))
        .isEqualTo("10");
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
  }

  @Test
  void a_refused_checkout_takes_neither_money_nor_stock() {
    long product = productWithStock(1);
    TestAccounts.Person accounting = TestAccounts.admin("accounting");
    Buyer first = readyToBuy(accounting, product, 1);
    Buyer second = readyToBuy(accounting, product, 1);
    String before = balance(second.person());

    assertThat(first.checkOut().statusCode()).isEqualTo(201);
    assertThat(second.checkOut().statusCode()).isEqualTo(409);

    assertThat(balance(second.person())).isEqualTo(before);
    assertThat(Rows.values("select id from orders where buyer_id = ?", second.person().userId()))
        .isEmpty();
  }

  private record Buyer(TestAccounts.Person person, long addressId, String total) {
    Response checkOut() {
      return person
          .request()
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(
              Map.of(
                  "addressId",
                  addressId,
                  "paymentMethod",
                  "gogomoney",
                  "expectedTotal",
                  Map.of("amount", total, "currency", "UZS")))
          .post("/checkouts");
    }
  }

  private static Buyer readyToBuy(TestAccounts.Person accounting, long product, int quantity) {
    TestAccounts.Person buyer = TestAccounts.buyer();
    deposit(accounting, buyer, UUID.randomUUID().toString(), "900000000.00");
    long address =
        buyer
            .request()
            .body(ADDRESS)
            .post("/me/addresses")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getLong("id");
    buyer
        .request()
        .body(Map.of("productId", product, "quantity", quantity))
        .post("/carts/current/items")
        .then()
        .statusCode(201);
    String total =
        buyer
            .request()
            .body(Map.of("addressId", address))
            .post("/checkouts/quote")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getString("total.amount");
    return new Buyer(buyer, address, total);
  }

  /** A product of the demo marketplace that no other test buys, with just so many units. */
  private static long productWithStock(int units) {
    long id =
        Long.parseLong(
            Rows.value(
                "select p.id from products p where p.status = 'active' and not p.has_variants"
                    + " and p.visibility = 'public' and p.min_order_quantity = 1"
                    + " and not p.allow_backorder and p.requires_shipping"
                    + " and not exists (select from order_items i where i.product_id = p.id)"
                    + " and not exists (select from cart_items i where i.product_id = p.id)"
                    + " order by p.id desc limit 1"));
    TestAccounts.execute("update products set stock_quantity = ? where id = ?", units, id);
    return id;
  }

  private static Response deposit(
      TestAccounts.Person accounting, TestAccounts.Person owner, String key, String amount) {
    return accounting
        .request()
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "amount",
                Map.of("amount", amount, "currency", "UZS"),
                "source",
                "bank",
                "reference",
                "test-" + owner.userId()))
        .post("/admin/wallets/" + owner.userId() + "/deposits");
  }

  private static String balance(TestAccounts.Person owner) {
    return owner.request().get("/wallet").then().statusCode(200).extract().path("balance.amount");
  }
}
