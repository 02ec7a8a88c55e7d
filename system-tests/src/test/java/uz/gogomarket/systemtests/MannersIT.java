package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every endpoint. */
class MannersIT {

  private static final String PROBLEM = "application/problem+json";

  @Test
  void an_unknown_address_answers_a_problem() {
    given()
        .get("/no-such-thing")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("code", equalTo("not_found"))
        .body("instance", matchesPattern("urn:gogomarket:request:.+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no-such-page", "/api/v2/x", "/docs/missing.js"})
  void an_address_outside_the_api_answers_a_problem_too(String path) {
    given()
        .basePath("")
        .header("X-Request-Id", "outside-1")
        .get(path)
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("code", equalTo("not_found"))
        .body("instance", equalTo("urn:gogomarket:request:outside-1"));
  }

  @Test
  void a_method_that_is_not_taken_answers_a_problem_with_allow() {
    given()
        .delete("/auth/login")
        .then()
        .statusCode(405)
        .contentType(PROBLEM)
        .header("Allow", containsString("POST"))
        .body("code", equalTo("method_not_allowed"));
  }

  @Test
  void another_media_type_answers_a_problem() {
    given()
        .contentType("text/plain")
        .body("hello")
        .post("/auth/login")
        .then()
        .statusCode(415)
        .contentType(PROBLEM)
        .body("code", equalTo("unsupported_media_type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":\"a@b.uz\",|body",
        "{\"email\":\"a@b.uz\",\"password\":\"x\",\"extra\":1}|extra",
        "{\"email\":17,\"password\":\"x\"}|email",
        "[1]|body",
        "null|body",
        "{\"email\":\"a@b.uz\",\"email\":\"c@d.uz\",\"password\":\"x\"}|body",
        "{}|email",
      })
  void bad_json_names_what_is_wrong_with_it(String body, String field) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/auth/login")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("code", equalTo("invalid_input"))
        .body("violations.field", hasItem(field))
        .body(not(containsString("uz.gogomarket.")));
  }

  @Test
  void an_empty_body_answers_a_problem() {
    given()
        .contentType(ContentType.JSON)
        .post("/auth/login")
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"email\":\"" + "x".repeat(1024 * 1024) + "\"}")
        .post("/auth/login")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("code", equalTo("body_too_large"));
  }

  @Test
  void the_request_id_is_taken_over() {
    given()
        .header("X-Request-Id", "my-id-1")
        .get("/no-such-thing")
        .then()
        .header("X-Request-Id", equalTo("my-id-1"))
        .body("instance", equalTo("urn:gogomarket:request:my-id-1"));
  }

  @Test
  void a_hostile_request_id_is_replaced() {
    given()
        .header("X-Request-Id", "<script>")
        .get("/no-such-thing")
        .then()
        .header("X-Request-Id", not(containsString("<")))
        .header("X-Request-Id", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({"uz,Topilmadi", "ru,Не найдено", "en,Not found", "fr,Topilmadi"})
  void titles_are_in_the_clients_language(String language, String title) {
    given()
        .header("Accept-Language", language)
        .get("/no-such-thing")
        .then()
        .body("title", equalTo(title));
  }

  @TestFactory
  Stream<DynamicTest> a_stranger_is_told_to_log_in_and_nothing_else() {
    return Description.served().operations().stream()
        .filter(operation -> !operation.isOpen())
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(),
                    () ->
                        assertThat(
                                PlainHttp.send(
                                        operation.method(),
                                        operation.path().replaceAll("\\{[^}]*}", "1") + "?nobody=1",
                                        Map.of("Content-Type", "application/json"),
                                        (operation.body().isEmpty() ? "" : "{")
                                            .getBytes(StandardCharsets.UTF_8))
                                    .status())
                            .isEqualTo(401)));
  }

  @ParameterizedTest
  @CsvSource({
    "uz,kamida 10 ta belgi boʻlishi kerak",
    "ru,должно содержать не меньше 10 символов",
    "en,must have at least 10 characters"
  })
  void what_is_wrong_with_a_field_has_a_code_and_is_told_in_the_clients_language(
      String language, String message) {
    given()
        .header("Accept-Language", language)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "email",
                "violation@example.uz",
                "password",
                "short",
                "firstName",
                "A",
                "lastName",
                "B"))
        .post("/auth/register")
        .then()
        .statusCode(400)
        .body("violations.find { it.field == 'password' }.code", equalTo("too_short"))
        .body("violations.find { it.field == 'password' }.message", equalTo(message));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=1&limit=2,limit,repeated_parameter",
    "limit=x,limit,not_whole_number",
    "limit=+5,limit,not_whole_number",
    "sort=cheapest,sort,one_of",
    "inStock=yes,inStock,not_boolean",
    "minPrice=1e5,minPrice,not_amount",
    "utm_source=bio,utm_source,unknown_parameter",
    "brand=a%07b,brand,control_characters"
  })
  void a_query_parameter_is_refused_by_its_name(String query, String field, String code) {
    given()
        .urlEncodingEnabled(false)
        .get("/products?" + query)
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(field))
        .body("violations.code", hasItem(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|428|version_required",
        "W/\"0\"|412|stale_version",
        "\"another\"|412|stale_version",
        "0|400|invalid_input",
        "\"0\", \"1\"|400|invalid_input",
      })
  void only_the_tag_that_was_read_matches(String tag, int status, String code) {
    TestAccounts.buyer()
        .request()
        .header("If-Match", tag)
        .contentType(ContentType.JSON)
        .body(Map.of("firstName", "Nodira"))
        .patch("/me")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void a_token_that_is_none_is_refused() {
    given()
        .header("Authorization", "Bearer nonsense")
        .get("/settings")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void nobody_may_read_the_settings_of_the_marketplace() {
    given().get("/admin/settings").then().statusCode(401).contentType(PROBLEM);
  }
}
