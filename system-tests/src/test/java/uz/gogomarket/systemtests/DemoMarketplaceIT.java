package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.gogomarket.runtime.Promises;
import uz.gogomarket.runtime.demo.DemoAccount;
import uz.gogomarket.runtime.demo.DemoMarketplace;

/** What a newcomer finds after the first start. */
class DemoMarketplaceIT {

  @Test
  void the_books_and_all_other_promises_hold_in_it() throws Exception {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "select count(*) from users where role = 'seller' and id <= 2100, 40",
    "select count(*) from categories where id <= 24, 24",
    "select count(*) from products where id <= 5000, 5000",
    "select count(*) from delivery_zones where id <= 12, 12",
    "select count(distinct locale) from product_translations where product_id = 1, 3",
    "select count(distinct status) from orders, 9"
  })
  void it_has_what_was_promised(String query, long count) throws Exception {
    assertThat(number(query)).isEqualTo(count);
  }

  @Test
  void three_months_of_orders_are_there() throws Exception {
    assertThat(number("select count(*) from orders")).isGreaterThan(20_000);
    assertThat(number("select max(current_date - created_at::date) from orders"))
        .isBetween(85L, 95L);
  }

  @Test
  void every_demo_account_can_log_in() throws Exception {
    for (DemoAccount account :
        new DemoMarketplace().accounts(TestMarketplace.database().ownerDataSource())) {
      given()
          .contentType(ContentType.JSON)
          .body(Map.of("email", account.email(), "password", account.password()))
          .post("/auth/login")
          .then()
          .statusCode(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"uz, quloqchin, quloqchin", "ru, наушники, наушники", "en, headphones, headphones"})
  void goods_are_found_in_three_languages(String language, String wanted, String found) {
    given()
        .header("Accept-Language", language)
        .queryParam("q", wanted)
        .queryParam("limit", 5)
        .get("/products/search")
        .then()
        .statusCode(200)
        .body("items", not(hasSize(0)))
        .body("items[0].name", containsStringIgnoringCase(found));
  }

  /** As PostgreSQL comes: changes that wait in the indexes make them look dear. */
  @Test
  void a_search_reads_no_whole_list_after_the_stock_of_many_has_changed() throws Exception {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('gogomarket.grants', 'system', true)");
      statement.execute("set local random_page_cost = 4");
      statement.execute(
          """
          select refresh_listed_products(array(select product_id from listed_products
                                               where product_id <= 5000 order by 1 limit 3000), false)
          """);
      long before = wholeReads(statement);

      statement.execute("select * from search_products('смартфон samsung', 1000)");

      assertThat(wholeReads(statement)).isEqualTo(before);
      connection.rollback();
    }
  }

  private static long wholeReads(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select seq_scan from pg_stat_xact_user_tables where relname = 'listed_products'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"uz, Rang, Qora", "ru, Цвет, Чёрный", "en, Colour, Black"})
  void attributes_options_and_variants_speak_three_languages(
      String language, String option, String value) throws Exception {
    String slug =
        Rows.value(
            """
            select p.slug from products p join product_options o on o.product_id = p.id
            join product_variants v on v.product_id = p.id and v.attributes ->> 'Rang' = 'Qora'
            where o.name = 'Rang' and p.status = 'active' and p.id <= 5000 order by p.id limit 1
            """);
    given()
        .header("Accept-Language", language)
        .get("/products/" + slug)
        .then()
        .statusCode(200)
        .body("options.name", hasItem(option))
        .body("options.values.flatten()", hasItem(value))
        .body("variants.options", hasItem(hasEntry(option, value)))
        .body(
            "attributes.name",
            hasItem(Map.of("uz", "Brend", "ru", "Бренд", "en", "Brand").get(language)));
  }

  private static long number(String query) throws Exception {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('gogomarket.grants', 'system', false)");
      try (ResultSet rows = statement.executeQuery(query)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
