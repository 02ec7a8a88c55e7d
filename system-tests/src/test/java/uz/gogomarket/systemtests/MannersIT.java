package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
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
