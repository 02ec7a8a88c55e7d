package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import gogomarket.partner.catalog.v1.LineResult;
import gogomarket.partner.catalog.v1.PartnerCatalog;
import gogomarket.partner.catalog.v1.Product;
import gogomarket.partner.catalog.v1.ProductLine;
import gogomarket.partner.catalog.v1.Variant;
import gogomarket.partner.catalog.v1.VariantLine;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.xml.ws.Holder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.gogomarket.runtime.demo.DemoMarketplace;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** The goods of the demo marketplace keep the rules that the API has for everybody's. */
class DemoProductsIT {

  private static Person seller;

  @BeforeAll
  static void theDemoSeller() {
    String email = "seller@gogomarket.example";
    JsonPath tokens =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "password", DemoMarketplace.PASSWORD))
            .post("/auth/login")
            .jsonPath();
    seller = new Person(11, email, tokens.getString("accessToken"), "");
  }

  /** Ten of one seller, half of them with variants. */
  static List<String> products() {
    return Rows.values(
        "(select id from products where seller_id = 11 and id <= 5000 and has_variants and"
            + " deleted_at is null order by id limit 5) union all (select id from products where"
            + " seller_id = 11 and id <= 5000 and not has_variants and deleted_at is null order by"
            + " id limit 5)");
  }

  @ParameterizedTest
  @MethodSource("products")
  void a_product_that_is_read_can_be_written_back(String id) {
    Response before = seller.request().get("/seller/products/" + id);

    Response after =
        seller
            .request()
            .header("If-Match", before.header("ETag"))
            .body(before.jsonPath().getMap("product"))
            .put("/seller/products/" + id);

    after.then().statusCode(200);
    assertThat(after.jsonPath().getMap("product")).isEqualTo(before.jsonPath().getMap("product"));
    seller
        .request()
        .header("If-Match", after.header("ETag"))
        .body(before.jsonPath().getMap("price"))
        .put("/seller/products/" + id + "/price")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @MethodSource("products")
  void a_product_that_a_partner_reads_can_be_written_back(String id) throws Exception {
    PartnerCatalog catalog = SoapClient.of(seller).catalog();
    Product there =
        catalog.getProduct(Rows.value("select sku from products where id = ?", Long.valueOf(id)));
    ProductLine line = new ProductLine();
    line.setSku(there.getSku());
    line.setData(there.getData());
    line.setPrice(there.getPrice());
    for (Variant variant : there.getVariant()) {
      VariantLine same = new VariantLine();
      same.setSku(variant.getSku());
      same.setData(variant.getData());
      line.getVariant().add(same);
    }
    Holder<List<LineResult>> results = new Holder<>();

    catalog.upsertProducts(Shop.key(), List.of(line), new Holder<>(), results);

    assertThat(results.value)
        .extracting(each -> each.getOutcome().value())
        .containsOnly("unchanged");
  }

  @Test
  void every_picture_exists_and_can_be_kept() {
    List<String> pictures =
        Rows.values(
                "select distinct unnest(array[i.url, i.thumbnail_url]) as url from product_images i"
                    + " where i.product_id <= 5000")
            .stream()
            .filter(url -> url != null && url.startsWith("/media/demo/"))
            .toList();
    assertThat(pictures).hasSize(54);
    for (String url : pictures) {
      String tag =
          picture(url, "\"none\"")
              .then()
              .statusCode(200)
              .contentType("image/svg+xml")
              .header("Cache-Control", startsWith("public"))
              .header("ETag", notNullValue())
              .extract()
              .header("ETag");
      picture(url, tag).then().statusCode(304);
    }
  }

  @Test
  void a_product_that_is_shown_has_a_picture_that_exists() {
    String image =
        given()
            .queryParam("sellerId", 11)
            .get("/products")
            .jsonPath()
            .getString("items[0].imageUrl");

    picture(image, "\"none\"").then().statusCode(200).contentType("image/svg+xml");
  }

  @Test
  void nothing_in_it_is_digital_or_costs_nothing() {
    assertThat(
            Rows.value(
                "select count(*) from products where id <= 5000"
                    + " and (is_digital or base_price <= 0 or sale_price <= 0)"))
        .isEqualTo("0");
  }

  private static Response picture(String path, String known) {
    return given().basePath("").header("If-None-Match", known).get(RestAssured.baseURI + path);
  }
}
