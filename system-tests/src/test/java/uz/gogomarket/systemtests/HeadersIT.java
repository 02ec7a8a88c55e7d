package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What an answer of the API says outside of its body. */
class HeadersIT {

  private static final Map<String, Object> ADDRESS =
      Map.of(
          "type", "delivery",
          "fullName", "Ali Valiyev",
          "phone", "+998901234567",
          "country", "Uzbekistan",
          "city", "Toshkent",
          "street", "Bunyodkor 5");

  @Test
  void what_was_made_is_at_its_address_in_its_version() {
    Person person = TestAccounts.buyer();

    Response made = person.request().body(ADDRESS).post("/me/addresses");

    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.header("Location"))
        .isEqualTo(RestAssured.baseURI + "/api/v1/me/addresses/" + made.path("id"));
    assertThat(made.header("ETag")).isEqualTo("\"" + made.path("version") + "\"");
    Response read = person.request().basePath("").get(made.header("Location"));
    assertThat(read.asString()).isEqualTo(made.asString());
    assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    assertThat(read.header("Location")).isNull();
  }

  @Test
  void what_is_changed_tells_its_new_version_and_what_is_gone_nothing() {
    Person person = TestAccounts.buyer();
    Response made = person.request().body(ADDRESS).post("/me/addresses");
    String path = "/me/addresses/" + made.path("id");
    Map<String, Object> other = new HashMap<>(ADDRESS);
    other.put("street", "Navoiy 1");

    Response changed =
        person.request().header("If-Match", made.header("ETag")).body(other).put(path);
    Response gone = person.request().header("If-Match", changed.header("ETag")).delete(path);

    assertThat(changed.header("ETag"))
        .isEqualTo("\"" + changed.path("version") + "\"")
        .isNotEqualTo(made.header("ETag"));
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(gone.asString()).isEmpty();
    assertThat(gone.contentType()).isEmpty();
    assertThat(gone.header("ETag")).isNull();
  }

  @Test
  void a_new_account_has_its_version_and_a_guest_no_address() {
    Response account =
        given()
            .contentType("application/json")
            .body(
                Map.of(
                    "email",
                    Shop.key() + "@example.uz",
                    "password",
                    TestAccounts.PASSWORD,
                    "firstName",
                    "Ali",
                    "lastName",
                    "Valiyev"))
            .post("/auth/register");
    Response guest = given().post("/guests");

    assertThat(account.statusCode()).as(account.asString()).isEqualTo(201);
    assertThat(account.header("ETag")).isEqualTo("\"" + account.path("version") + "\"");
    assertThat(guest.statusCode()).isEqualTo(201);
    assertThat(guest.header("Location")).isNull();
    assertThat(guest.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void the_same_request_again_is_told_the_same_outside_of_the_body_too() {
    Person person = TestAccounts.buyer();
    Shop.deposit(person, "1000000.00");
    long product = Shop.product(TestAccounts.seller(), "10000.00", 5);
    Shop.put(person.request(), product, 1);
    String key = Shop.key();
    Map<String, Object> checkout =
        Map.of(
            "address", Shop.address(),
            "paymentMethod", "gogomoney",
            "expectedTotal", Shop.money(Shop.quote(person.request())));

    Response first =
        person.request().header("Idempotency-Key", key).body(checkout).post("/checkouts");
    Response again =
        person.request().header("Idempotency-Key", key).body(checkout).post("/checkouts");

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location"))
        .isEqualTo(first.header("Location"))
        .isEqualTo(RestAssured.baseURI + "/api/v1/checkouts/" + first.path("checkoutNumber"));
    assertThat(again.contentType()).isEqualTo(first.contentType()).isEqualTo("application/json");
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void a_page_links_to_the_next_and_the_last_to_none() {
    Person person = TestAccounts.buyer();
    person.request().body(ADDRESS).post("/me/addresses");
    Shop.deposit(person, "1000.00");
    Shop.deposit(person, "2000.00");

    Response first = person.request().get("/wallet/transactions?limit=1");
    String link = first.header("Link");
    assertThat(link).matches("</api/v1/wallet/transactions\\?.*>; rel=\"next\"");
    Response last =
        person.request().basePath("").urlEncodingEnabled(false).get(link.replaceAll("<|>.*", ""));

    assertThat(last.statusCode()).as(last.asString()).isEqualTo(200);
    assertThat(last.jsonPath().getList("items")).hasSize(1);
    assertThat(last.jsonPath().getString("items[0].id"))
        .isNotEqualTo(first.jsonPath().getString("items[0].id"));
    assertThat(last.header("Link")).isNull();
  }

  @Test
  void who_has_a_public_page_already_is_told_so_and_where_the_next_is() {
    Response page = given().get("/products?limit=1");

    Response again = given().header("If-None-Match", page.header("ETag")).get("/products?limit=1");

    assertThat(page.header("ETag")).startsWith("W/\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.contentType()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(page.header("ETag"));
    assertThat(again.header("Link")).isEqualTo(page.header("Link")).contains("rel=\"next\"");
    assertThat(again.header("Cache-Control"))
        .isEqualTo(page.header("Cache-Control"))
        .isEqualTo("public, max-age=10");
    assertThat(again.header("Vary")).contains("Accept-Language");
  }

  @Test
  void stock_has_a_version_where_there_is_one_level() {
    Person seller = TestAccounts.seller();
    long product = Shop.product(seller, "10000.00", 5);

    Response levels = seller.request().get("/seller/products/" + product + "/stock");

    assertThat(levels.header("ETag")).isEqualTo("\"" + levels.path("items[0].version") + "\"");
  }

  @Test
  void what_is_refused_has_no_version_and_is_not_kept() {
    Response missing = given().get("/products/no-such-product");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.contentType()).startsWith("application/problem+json");
    assertThat(missing.header("ETag")).isNull();
    assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
  }
}
