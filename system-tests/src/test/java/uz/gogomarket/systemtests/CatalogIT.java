package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** The catalogue as buyers, sellers and admins see it. */
class CatalogIT {

  private static final String PRODUCTS = "/seller/products";
  private static final String PROBLEM = "application/problem+json";

  private static Person seller;
  private static Person admin;
  private static long categoryId;
  private static String category;

  @BeforeEach
  void aSellerAndACategory() {
    if (seller != null) {
      return;
    }
    seller = TestAccounts.seller();
    admin = TestAccounts.superAdmin();
    JsonPath made =
        admin
            .request()
            .body(
                Map.of(
                    "name",
                    "Idishlar " + UUID.randomUUID(),
                    "translations",
                    List.of(
                        Map.of("locale", "ru", "name", "Посуда"),
                        Map.of("locale", "en", "name", "Dishes"))))
            .post("/admin/categories")
            .then()
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .extract()
            .jsonPath();
    categoryId = made.getLong("id");
    category = made.getString("category.slug");
  }

  @Test
  void a_category_speaks_three_languages_and_is_kept_by_clients() {
    given()
        .header("Accept-Language", "ru")
        .get("/categories/" + category)
        .then()
        .statusCode(200)
        .body("name", equalTo("Посуда"))
        .header("Cache-Control", containsString("max-age"))
        .header("Vary", containsString("Accept-Language"));
    String tag =
        given()
            .header("Accept-Language", "en")
            .get("/categories/" + category)
            .then()
            .body("name", equalTo("Dishes"))
            .extract()
            .header("ETag");
    given()
        .header("Accept-Language", "en")
        .header("If-None-Match", tag)
        .get("/categories/" + category)
        .then()
        .statusCode(304);
    given().get("/categories").then().statusCode(200).body("items.slug", hasItem(category));
  }

  @Test
  void a_category_moves_but_never_below_itself() {
    long below = category("Piyolalar", categoryId);
    admin
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("name", "X", "parentId", below))
        .put("/admin/categories/" + below)
        .then()
        .statusCode(400)
        .body("violations.field", contains("parentId"));
    admin
        .request()
        .body(Map.of("name", "X"))
        .put("/admin/categories/" + below)
        .then()
        .statusCode(428);
    admin
        .request()
        .header("If-Match", "\"7\"")
        .body(Map.of("name", "X"))
        .put("/admin/categories/" + below)
        .then()
        .statusCode(412);
    admin
        .request()
        .header("If-Match", "\"0\"")
        .delete("/admin/categories/" + categoryId)
        .then()
        .statusCode(409)
        .body("code", equalTo("category_in_use"));
    admin
        .request()
        .header("If-Match", "\"0\"")
        .delete("/admin/categories/" + below)
        .then()
        .statusCode(204);
  }

  @Test
  void only_admins_of_the_catalogue_change_categories() {
    Map<String, Object> body = Map.of("name", "X");
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/admin/categories")
        .then()
        .statusCode(401);
    seller.request().body(body).post("/admin/categories").then().statusCode(403);
    TestAccounts.admin("accounting")
        .request()
        .body(body)
        .post("/admin/categories")
        .then()
        .statusCode(403);
  }

  @Test
  void a_product_goes_from_draft_to_buyers_and_back() {
    JsonPath draft = draft("Oq choynak", "25000.00", 7);
    String path = "/seller/products/" + draft.getLong("id");
    String slug = draft.getString("slug");
    given().get("/products/" + slug).then().statusCode(404).contentType(PROBLEM);

    String version = act(path + "/publish", "\"" + draft.getInt("version") + "\"").header("ETag");
    String tag =
        given()
            .header("Accept-Language", "ru")
            .get("/products/" + slug)
            .then()
            .statusCode(200)
            .body("name", equalTo("Белый чайник"))
            .body("language", equalTo("ru"))
            .body("price.amount", equalTo("25000.00"))
            .body("available", equalTo(7))
            .body("category.slug", contains(category))
            .body("images[0].url", equalTo("https://img.example/1.jpg"))
            .extract()
            .header("ETag");
    given()
        .header("Accept-Language", "ru")
        .header("If-None-Match", tag)
        .get("/products/" + slug)
        .then()
        .statusCode(304);
    given()
        .header("Accept-Language", "en")
        .get("/products/" + slug)
        .then()
        .body("name", containsString("Oq choynak"))
        .body("language", equalTo("uz"));

    act(path + "/archive", version);
    given().get("/products/" + slug).then().statusCode(404);
  }

  @Test
  void a_listing_filters_sorts_and_pages() {
    String brand = "B" + UUID.randomUUID();
    for (int i = 1; i <= 3; i++) {
      publish(draft("Lagan", i + "0000.00", i == 3 ? 0 : 5, brand));
    }
    Response first =
        given()
            .queryParams("category", category, "brand", brand, "sort", "price_desc", "limit", 2)
            .get("/products");
    first
        .then()
        .statusCode(200)
        .body("items.price.amount", contains("30000.00", "20000.00"))
        .body("items[0].inStock", equalTo(false))
        .body("nextCursor", notNullValue())
        .header("Link", containsString("rel=\"next\""));
    given()
        .queryParams(
            "category",
            category,
            "brand",
            brand,
            "sort",
            "price_desc",
            "limit",
            2,
            "cursor",
            first.jsonPath().getString("nextCursor"))
        .get("/products")
        .then()
        .body("items.price.amount", contains("10000.00"))
        .body("nextCursor", nullValue());
    given()
        .queryParams("brand", brand, "inStock", "true", "minPrice", "15000", "attribute", "Rang:oq")
        .get("/products")
        .then()
        .body("items.price.amount", contains("20000.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,101",
    "limit,many",
    "cursor,nonsense",
    "cursor,bmV3ZXN0",
    "cursor,bmV3ZXN0HysxMDAwMDAwMDAwLTEyLTMxVDIzOjU5OjU5Wh81",
    "sort,cheapest",
    "sort,relevance",
    "minPrice,-1",
    "minPrice,1e9",
    "maxPrice,12.345",
    "minRating,4",
    "sort,rating",
    "inStock,yes",
    "sellerId,x",
    "attribute,Rang",
    "colour,red"
  })
  void a_listing_names_the_parameter_that_is_wrong(String name, String value) {
    given()
        .queryParam(name, value)
        .get("/products")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", contains(name));
  }

  @Test
  void a_cursor_of_another_order_is_refused() {
    publish(draft("Kosa", "1000.00", 1));
    publish(draft("Kosa", "1000.00", 1));
    String cursor =
        given()
            .queryParams("category", category, "limit", 1)
            .get("/products")
            .jsonPath()
            .getString("nextCursor");
    given()
        .queryParams("cursor", cursor, "sort", "popular")
        .get("/products")
        .then()
        .statusCode(400)
        .body("violations.field", contains("cursor"));
  }

  @Test
  void a_digital_product_is_not_sold_as_long_as_it_has_no_files() {
    Map<String, Object> book = product("Kitob", "Sinov", null);
    book.put("digital", true);
    JsonPath draft = create(book, "1000.00", 1);
    JsonPath sold = publish(draft("Kitob", "1000.00", 1));

    seller
        .request()
        .header("If-Match", "\"" + draft.getInt("version") + "\"")
        .post(PRODUCTS + "/" + draft.getLong("id") + "/publish")
        .then()
        .statusCode(409)
        .body("code", equalTo("digital_not_sold"));
    seller
        .request()
        .header("If-Match", "\"" + sold.getInt("version") + "\"")
        .body(book)
        .put(PRODUCTS + "/" + sold.getLong("id"))
        .then()
        .statusCode(409)
        .body("code", equalTo("digital_not_sold"));
  }

  @Test
  void nothing_is_sold_for_nothing() {
    JsonPath draft = draft("Kosa", "1000.00", 0);
    String path = PRODUCTS + "/" + draft.getLong("id");
    Map<String, Object> forNothing =
        Map.of("basePrice", money("1000.00"), "salePrice", money("0.00"), "saleActive", true);

    seller
        .request()
        .header("If-Match", "\"" + draft.getInt("version") + "\"")
        .body(forNothing)
        .put(path + "/price")
        .then()
        .statusCode(400)
        .body("violations.field", contains("salePrice"));
    Map<String, Object> coloured = product("Kosa", "Sinov", null);
    coloured.put("options", List.of(Map.of("name", "Rang", "values", List.of("oq"))));
    JsonPath optional = create(coloured, "1000.00", 0);
    seller
        .request()
        .header("If-Match", "\"" + optional.getInt("version") + "\"")
        .header("Idempotency-Key", Shop.key())
        .body(
            Map.of(
                "variant",
                Map.of("options", Map.of("Rang", "oq"), "priceAdjustment", money("-1000.00"))))
        .post(PRODUCTS + "/" + optional.getLong("id") + "/variants")
        .then()
        .statusCode(400)
        .body("violations.field", contains("variant.priceAdjustment"));
  }

  @Test
  void an_unknown_category_is_not_found() {
    given().queryParam("category", "no-such").get("/products").then().statusCode(404);
    given().get("/categories/no-such").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mis lagan", "мис лаган", "медное блюдо", "mis lagn"})
  void a_search_forgives(String query) {
    String brand = "B" + UUID.randomUUID();
    publish(draft("Mis lagan", "40000.00", 1, brand, "Медное блюдо"));
    given()
        .queryParams("q", query, "brand", brand)
        .get("/products/search")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("total", equalTo(1))
        .body("facets.prices[0].count", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; drop table products; --", "%_\\", "((((", "a:*&!", "\"", "<script>", "😀"})
  void a_hostile_search_finds_nothing_and_breaks_nothing(String query) {
    given()
        .queryParams("q", query, "category", category)
        .get("/products/search")
        .then()
        .statusCode(200)
        .body("items.size()", lessThanOrEqualTo(24));
  }

  @Test
  void a_search_needs_words() {
    given().get("/products/search").then().statusCode(400).body("violations.field", contains("q"));
    given()
        .queryParam("q", "x".repeat(201))
        .get("/products/search")
        .then()
        .statusCode(400)
        .body("violations.field", contains("q"));
  }

  @Test
  void a_variant_exists_once_and_carries_the_stock() {
    Map<String, Object> product = product("Ko'ylak", "B", null);
    product.put("options", List.of(Map.of("name", "Rang", "values", List.of("oq", "qora"))));
    JsonPath draft = create(product, "100000.00", 0);
    String path = "/seller/products/" + draft.getLong("id");
    Map<String, Object> white =
        Map.of(
            "variant",
            Map.of(
                "options", Map.of("Rang", "oq"),
                "priceAdjustment", Map.of("amount", "5000.00", "currency", "UZS")),
            "stockQuantity",
            4);
    seller
        .request()
        .header("If-Match", "\"0\"")
        .post(path + "/publish")
        .then()
        .statusCode(409)
        .body("code", equalTo("variants_missing"));
    JsonPath made =
        seller
            .request()
            .header("If-Match", "\"0\"")
            .body(white)
            .header("Idempotency-Key", Shop.key())
            .post(path + "/variants")
            .then()
            .statusCode(201)
            .body("variants[0].stockQuantity", equalTo(4))
            .body("variants[0].variant.name", equalTo("oq"))
            .body("stock", nullValue())
            .extract()
            .jsonPath();
    seller
        .request()
        .header("If-Match", "\"" + made.getInt("version") + "\"")
        .body(white)
        .header("Idempotency-Key", Shop.key())
        .post(path + "/variants")
        .then()
        .statusCode(409)
        .body("code", equalTo("variant_exists"));
    act(path + "/publish", "\"" + made.getInt("version") + "\"");
    given()
        .get("/products/" + draft.getString("slug"))
        .then()
        .body("variants[0].price.amount", equalTo("105000.00"))
        .body("variants[0].available", equalTo(4));
    seller
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("quantity", 9))
        .put(path + "/stock")
        .then()
        .statusCode(409)
        .body("code", equalTo("variant_required"));
  }

  @Test
  void a_product_comes_into_stock_once_per_key() {
    Map<String, Object> command =
        Map.of(
            "product", product("Lagan", "B", null),
            "price", Map.of("basePrice", money("1000.00")),
            "stockQuantity", 7);
    String key = Shop.key();
    Response first = seller.request().header("Idempotency-Key", key).body(command).post(PRODUCTS);
    Response again = seller.request().header("Idempotency-Key", key).body(command).post(PRODUCTS);

    first
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .header("Idempotency-Replayed", nullValue());
    again.then().statusCode(201).header("ETag", "\"0\"").header("Idempotency-Replayed", "true");
    assertThat(again.asString()).isEqualTo(first.asString());
    seller
        .request()
        .body(command)
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));
  }

  @Test
  void stock_is_counted_once_per_version_and_adjusted_once_per_key() {
    String path = "/seller/products/" + draft("Kosa", "1000.00", 10).getLong("id") + "/stock";
    Map<String, Object> count = Map.of("quantity", 20);
    String read = seller.request().get(path).then().extract().header("ETag");
    seller
        .request()
        .header("If-Match", read)
        .body(count)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("quantity", equalTo(20))
        .body("version", equalTo(1));
    seller.request().header("If-Match", read).body(count).put(path).then().statusCode(412);
    seller.request().body(count).put(path).then().statusCode(428);

    Map<String, Object> adjustment = Map.of("delta", -5, "reason", "broken");
    seller
        .request()
        .body(adjustment)
        .post(path + "/adjust")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency_key_required"));
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      seller
          .request()
          .header("Idempotency-Key", key)
          .body(adjustment)
          .post(path + "/adjust")
          .then()
          .statusCode(200)
          .body("quantity", equalTo(15));
    }
    seller
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("delta", -16))
        .post(path + "/adjust")
        .then()
        .statusCode(409)
        .body("code", equalTo("out_of_stock"));
    seller.request().get(path).then().body("items[0].quantity", equalTo(15));
  }

  @Test
  void prices_are_kept_and_a_sale_is_shown() {
    JsonPath draft = draft("Samovar", "1000.00", 1);
    JsonPath active = publish(draft);
    String path = "/seller/products/" + draft.getLong("id");
    seller
        .request()
        .header("If-Match", "\"" + active.getInt("version") + "\"")
        .body(Map.of("basePrice", money("1000.00"), "salePrice", money("1500.00")))
        .put(path + "/price")
        .then()
        .statusCode(400)
        .body("violations.field", contains("salePrice"));
    seller
        .request()
        .header("If-Match", "\"" + active.getInt("version") + "\"")
        .body(
            Map.of("basePrice", money("1000.00"), "salePrice", money("800.00"), "saleActive", true))
        .put(path + "/price")
        .then()
        .statusCode(200);
    given()
        .get("/products/" + draft.getString("slug"))
        .then()
        .body("price.amount", equalTo("800.00"))
        .body("oldPrice.amount", equalTo("1000.00"));
    seller
        .request()
        .get(path + "/price-history")
        .then()
        .body("items", hasSize(2))
        .body("items[0].salePrice.amount", equalTo("800.00"));
  }

  @Test
  void somebody_elses_product_is_not_there() {
    JsonPath draft = draft("Samovar", "1000.00", 1);
    Person other = TestAccounts.seller();
    String path = "/seller/products/" + draft.getLong("id");
    for (String below : List.of("", "/stock", "/price-history")) {
      other.request().get(path + below).then().statusCode(404).body("code", equalTo("not_found"));
    }
    other
        .request()
        .header("If-Match", "\"0\"")
        .body(product("X", "B", null))
        .put(path)
        .then()
        .statusCode(404);
    for (String verb : List.of("/publish", "/pause", "/archive")) {
      other.request().header("If-Match", "\"0\"").post(path + verb).then().statusCode(404);
    }
    other.request().header("If-Match", "\"0\"").delete(path).then().statusCode(404);
    other
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("quantity", 1))
        .put(path + "/stock")
        .then()
        .statusCode(404);
    other
        .request()
        .header("If-Match", "\"0\"")
        .body(Map.of("basePrice", money("1.00")))
        .put(path + "/price")
        .then()
        .statusCode(404);
    seller.request().get(path).then().statusCode(200).body("version", equalTo(0));
  }

  @Test
  void buyers_sell_nothing() {
    TestAccounts.buyer().request().get(PRODUCTS).then().statusCode(403);
    given().get(PRODUCTS).then().statusCode(401);
  }

  @Test
  void a_sku_is_a_sellers_own_once() {
    Map<String, Object> product = product("Samovar", "B", null);
    product.put("sku", "SKU-" + UUID.randomUUID());
    create(product, "1000.00", 1);
    seller
        .request()
        .body(Map.of("product", product, "price", Map.of("basePrice", money("1.00"))))
        .header("Idempotency-Key", Shop.key())
        .post(PRODUCTS)
        .then()
        .statusCode(409)
        .body("code", equalTo("sku_taken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name||product.name",
        "locale|fr|product.locale",
        "categoryId|-5|product.categoryId",
        "taxRate|51|product.taxRate",
        "maxOrderQuantity|0|product.maxOrderQuantity",
        "unknown|1|product.unknown"
      })
  void a_product_names_the_field_that_is_wrong(String field, String value, String violation) {
    Map<String, Object> product = product("Samovar", "B", null);
    boolean number = value != null && value.matches("-?\\d+");
    product.put(field, number ? Integer.valueOf(value) : value == null ? "" : value);
    seller
        .request()
        .body(Map.of("product", product, "price", Map.of("basePrice", money("1.00"))))
        .header("Idempotency-Key", Shop.key())
        .post(PRODUCTS)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(violation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "ftp://x/y.jpg", "https://x/\"onload=\"", "x"})
  void a_picture_has_a_web_address(String url) {
    Map<String, Object> product = product("Samovar", "B", null);
    product.put("images", List.of(Map.of("url", url)));
    seller
        .request()
        .body(Map.of("product", product, "price", Map.of("basePrice", money("1.00"))))
        .header("Idempotency-Key", Shop.key())
        .post(PRODUCTS)
        .then()
        .statusCode(400);
  }

  @Test
  void what_an_admin_takes_down_is_gone_until_restored() {
    JsonPath active = publish(draft("Soxta soat", "1000.00", 1));
    long id = active.getLong("id");
    seller
        .request()
        .body(Map.of("reason", "x"))
        .post("/admin/products/" + id + "/take-down")
        .then()
        .statusCode(403);
    String version =
        admin
            .request()
            .body(Map.of("reason", "Soxta"))
            .post("/admin/products/" + id + "/take-down")
            .then()
            .statusCode(200)
            .body("blockedReason", equalTo("Soxta"))
            .extract()
            .header("ETag");
    given().get("/products/" + active.getString("slug")).then().statusCode(404);
    seller
        .request()
        .header("If-Match", version)
        .post("/seller/products/" + id + "/publish")
        .then()
        .statusCode(409)
        .body("code", equalTo("product_blocked"));
    admin
        .request()
        .queryParam("blocked", "true")
        .get("/admin/products")
        .then()
        .body("items.id", hasItem((int) id));
    admin.request().post("/admin/products/" + id + "/restore").then().statusCode(200);
  }

  @Test
  void a_deleted_product_is_gone_and_its_address_free() {
    JsonPath active = publish(draft("Yagona " + UUID.randomUUID(), "1000.00", 1));
    seller
        .request()
        .header("If-Match", "\"" + active.getInt("version") + "\"")
        .delete("/seller/products/" + active.getLong("id"))
        .then()
        .statusCode(204);
    given().get("/products/" + active.getString("slug")).then().statusCode(404);
    seller.request().get("/seller/products/" + active.getLong("id")).then().statusCode(404);
  }

  private static long category(String name, long parent) {
    return admin
        .request()
        .body(Map.of("name", name, "parentId", parent))
        .post("/admin/categories")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  private static Response act(String path, String version) {
    return seller
        .request()
        .header("If-Match", version)
        .post(path)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private static JsonPath publish(JsonPath draft) {
    return act(
            "/seller/products/" + draft.getLong("id") + "/publish",
            "\"" + draft.getInt("version") + "\"")
        .jsonPath();
  }

  private static JsonPath draft(String name, String price, int stock) {
    return draft(name, price, stock, "Sinov");
  }

  private static JsonPath draft(String name, String price, int stock, String brand) {
    return draft(name, price, stock, brand, "Белый чайник");
  }

  private static JsonPath draft(
      String name, String price, int stock, String brand, String russian) {
    return create(product(name, brand, russian), price, stock);
  }

  private static JsonPath create(Map<String, Object> product, String price, int stock) {
    return seller
        .request()
        .body(
            Map.of(
                "product", product,
                "price", Map.of("basePrice", money(price)),
                "stockQuantity", stock))
        .header("Idempotency-Key", Shop.key())
        .post(PRODUCTS)
        .then()
        .statusCode(201)
        .header("Location", containsString("/api/v1/seller/products/"))
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> product(String name, String brand, String russian) {
    Map<String, Object> product = new HashMap<>();
    product.put("categoryId", categoryId);
    product.put("locale", "uz");
    product.put("name", name);
    product.put("description", "Qo'lda yasalgan");
    product.put("brand", brand);
    product.put("attributes", List.of(Map.of("name", "Rang", "value", "oq")));
    product.put("images", List.of(Map.of("url", "https://img.example/1.jpg")));
    if (russian != null) {
      product.put(
          "translations",
          List.of(Map.of("locale", "ru", "name", russian, "description", "Сделано вручную")));
    }
    return product;
  }

  private static Map<String, String> money(String amount) {
    return Map.of("amount", amount, "currency", "UZS");
  }
}
