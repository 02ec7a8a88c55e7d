package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Accounts as their owners see them. */
class IdentityIT {

  private static final String PROBLEM = "application/problem+json";

  @Test
  void an_account_is_a_buyers_and_its_address_is_kept_in_lower_case() {
    String email = "T" + UUID.randomUUID() + "@Example.UZ";
    post("/auth/register", account(email))
        .statusCode(201)
        .header("Location", containsString("/api/v1/me"))
        .body("email", equalTo(email.toLowerCase(java.util.Locale.ROOT)))
        .body("roles", contains("buyer"))
        .body("phone", equalTo("+998901234567"))
        .body("$", not(org.hamcrest.Matchers.hasKey("passwordHash")));
  }

  @Test
  void an_address_belongs_to_one_account_also_where_eight_want_it_at_once() throws Exception {
    Map<String, Object> account = account("t" + UUID.randomUUID() + "@example.uz");
    List<Integer> answers =
        Shop.together(
            8,
            () ->
                given()
                    .contentType(ContentType.JSON)
                    .body(account)
                    .post("/auth/register")
                    .statusCode());
    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
    post("/auth/register", account).statusCode(409).body("code", equalTo("email_taken"));
  }

  @ParameterizedTest
  @CsvSource({
    "email,not-an-address",
    "email,''",
    "password,short",
    "password,12345678901234567890123456789012345678901234567890123456789012345678901234567890",
    "password,1234567890",
    "password,qwertyuiop",
    "password,Karimova1990",
    "phone,12",
    "firstName,''",
    "firstName,Ali\u202Efdp",
    "lastName,\u200BValiyev",
    "lastName,Vаliyev",
    "email,аli@example.uz",
    "email,ali\u200D@example.uz",
    "locale,fr"
  })
  void a_registration_names_the_field_that_is_wrong(String field, String value) {
    Map<String, Object> account = account("t" + UUID.randomUUID() + "@example.uz");
    account.put(field, value);
    post("/auth/register", account)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations.field", hasItem(field));
  }

  @Test
  void text_with_a_nul_is_refused() {
    Map<String, Object> account = account("t" + UUID.randomUUID() + "@example.uz");
    account.put("firstName", "a\0b");
    post("/auth/register", account).statusCode(400).body("violations.field", hasItem("firstName"));
  }

  @Test
  void a_wrong_password_and_a_missing_account_are_not_told_apart() {
    Person person = TestAccounts.buyer();
    String wrong = problem(logIn(person.email(), "another long password").statusCode(401));
    String missing =
        problem(logIn("nobody" + person.email(), "another long password").statusCode(401));
    assertThat(wrong).isEqualTo(missing).contains("invalid_credentials");
  }

  @Test
  void guessing_is_slowed_down_with_the_right_password_too() {
    Person person = TestAccounts.buyer();
    for (int i = 0; i < 10; i++) {
      logIn(person.email(), "wrong password " + i).statusCode(401);
    }
    logIn(person.email(), TestAccounts.PASSWORD)
        .statusCode(429)
        .contentType(PROBLEM)
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .body("code", equalTo("too_many_requests"));
    person.request().get("/me").then().statusCode(200);
  }

  @Test
  void a_password_is_the_same_however_its_letters_are_composed() {
    Map<String, Object> account = account("t" + UUID.randomUUID() + "@example.uz");
    account.put("password", "чо\u0439хона ва палов");
    post("/auth/register", account).statusCode(201);
    post(
            "/auth/login",
            Map.of("email", account.get("email"), "password", "чо\u0438\u0306хона ва палов"))
        .statusCode(200);
  }

  @Test
  void no_secret_is_kept_as_it_was_given_out() {
    Person person = TestAccounts.buyer();
    String kept =
        Rows.value(
            "select u.password_hash || s.token || s.refresh_token || s.refresh_family"
                + " from users u join user_sessions s on s.user_id = u.id where u.id = ?",
            person.userId());
    String[] parts = person.refreshToken().split("\\.");
    assertThat(kept).startsWith("$2b$").doesNotContain(TestAccounts.PASSWORD, parts[0], parts[1]);
  }

  @Test
  void a_refresh_token_works_once_and_its_reuse_ends_the_session() {
    Person person = TestAccounts.buyer();
    String next = refresh(person.refreshToken()).statusCode(200).extract().path("refreshToken");
    String latest = refresh(next).statusCode(200).extract().path("refreshToken");
    refresh(person.refreshToken()).statusCode(401).body("code", equalTo("refresh_token_reused"));
    refresh(latest).statusCode(401).body("code", equalTo("session_ended"));
    person.request().get("/me").then().statusCode(401).body("code", equalTo("session_ended"));
  }

  @Test
  void of_eight_refreshes_at_once_one_succeeds() throws Exception {
    Person person = TestAccounts.buyer();
    List<Integer> answers =
        Shop.together(8, () -> refresh(person.refreshToken()).extract().statusCode());
    assertThat(answers).containsOnlyOnce(200);
  }

  @Test
  void a_made_up_refresh_token_is_refused() {
    refresh("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        .statusCode(401)
        .body("code", equalTo("invalid_refresh_token"));
    refresh("x").statusCode(401);
  }

  @Test
  void logging_out_ends_this_session_only() {
    Person phone = TestAccounts.buyer();
    Person laptop = phone.loggedInAgain();
    phone.request().post("/auth/logout").then().statusCode(204);
    phone.request().get("/me").then().statusCode(401).body("code", equalTo("session_ended"));
    refresh(phone.refreshToken()).statusCode(401);
    laptop.request().get("/me").then().statusCode(200);
  }

  @Test
  void sessions_are_listed_and_ended_by_their_owner_only() {
    Person phone = TestAccounts.buyer();
    Person laptop = phone.loggedInAgain();
    JsonPath sessions =
        laptop
            .request()
            .get("/me/sessions")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .jsonPath();
    long other = sessions.getLong("items.find { !it.current }.id");
    TestAccounts.buyer().request().delete("/me/sessions/" + other).then().statusCode(404);
    laptop.request().delete("/me/sessions/" + other).then().statusCode(204);
    laptop.request().delete("/me/sessions/" + other).then().statusCode(404);
    phone.request().get("/me").then().statusCode(401);
    laptop.request().get("/me").then().statusCode(200);
  }

  @Test
  void a_profile_is_changed_by_who_has_read_its_latest_version() {
    Person person = TestAccounts.buyer();
    String tag = person.request().get("/me").then().statusCode(200).extract().header("ETag");
    Map<String, String> change = Map.of("firstName", "Malika", "phone", "90 123 45 67");
    person.request().body(change).patch("/me").then().statusCode(428);
    person
        .request()
        .header("If-Match", tag)
        .body(change)
        .patch("/me")
        .then()
        .statusCode(200)
        .body("firstName", equalTo("Malika"))
        .body("lastName", equalTo("User"))
        .body("phone", equalTo("+998901234567"));
    person.request().header("If-Match", tag).body(change).patch("/me").then().statusCode(412);
    person
        .request()
        .header("If-Match", "\"1\"")
        .body(Map.of("phone", ""))
        .patch("/me")
        .then()
        .statusCode(200)
        .body("phone", nullValue());
    person
        .request()
        .header("If-Match", "\"2\"")
        .body(Map.of("role", "admin"))
        .patch("/me")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("role"));
  }

  @Test
  void a_new_password_ends_the_other_sessions() {
    Person phone = TestAccounts.buyer();
    Person laptop = phone.loggedInAgain();
    changePassword(laptop, "not my password", "another long password").statusCode(401);
    changePassword(laptop, TestAccounts.PASSWORD, "short").statusCode(400);
    changePassword(laptop, TestAccounts.PASSWORD, "another long password").statusCode(204);
    laptop.request().get("/me").then().statusCode(200);
    phone.request().get("/me").then().statusCode(401);
    logIn(phone.email(), TestAccounts.PASSWORD).statusCode(401);
    logIn(phone.email(), "another long password").statusCode(200);
  }

  @Test
  void the_first_address_is_the_default_until_another_is_or_it_goes() {
    Person person = TestAccounts.buyer();
    long first =
        addAddress(person, Map.of())
            .body("isDefault", equalTo(true))
            .extract()
            .jsonPath()
            .getLong("id");
    addAddress(person, Map.of()).body("isDefault", equalTo(false));
    long third =
        addAddress(person, Map.of("isDefault", true))
            .body("isDefault", equalTo(true))
            .extract()
            .jsonPath()
            .getLong("id");
    person
        .request()
        .get("/me/addresses")
        .then()
        .body("items", hasSize(3))
        .body("items.findAll { it.isDefault }.id", contains((int) third));
    person.request().delete("/me/addresses/" + third).then().statusCode(428);
    person
        .request()
        .header("If-Match", "\"5\"")
        .delete("/me/addresses/" + third)
        .then()
        .statusCode(412);
    person
        .request()
        .header("If-Match", person.request().get("/me/addresses/" + third).header("ETag"))
        .delete("/me/addresses/" + third)
        .then()
        .statusCode(204);
    person.request().get("/me/addresses/" + third).then().statusCode(404);
    person
        .request()
        .get("/me/addresses")
        .then()
        .body("items", hasSize(2))
        .body("items.findAll { it.isDefault }", hasSize(1));
    TestAccounts.buyer().request().get("/me/addresses/" + first).then().statusCode(404);
  }

  @Test
  void addresses_made_at_once_leave_one_default() throws Exception {
    Person person = TestAccounts.buyer();
    Shop.together(6, () -> addAddress(person, Map.of("isDefault", true)).extract().statusCode());
    person
        .request()
        .get("/me/addresses")
        .then()
        .body("items", hasSize(6))
        .body("items.findAll { it.isDefault }", hasSize(1));
  }

  @Test
  void an_address_has_a_whole_position_or_none() {
    Person person = TestAccounts.buyer();
    Map<String, Object> address = address();
    address.put("latitude", 41.3);
    person
        .request()
        .body(address)
        .post("/me/addresses")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("longitude"));
    address.put("longitude", 181);
    person.request().body(address).post("/me/addresses").then().statusCode(400);
    address.put("longitude", 69.2);
    person.request().body(address).post("/me/addresses").then().statusCode(201);
  }

  @Test
  void a_guest_token_is_known_until_it_is_another() {
    String token = given().post("/guests").then().statusCode(201).extract().path("guestToken");
    given().header("X-Guest-Token", token).get("/settings").then().statusCode(200);
    given().header("X-Guest-Token", token + "x").get("/settings").then().statusCode(401);
    given()
        .header("X-Guest-Token", token)
        .get("/me")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void the_keys_are_public_and_hold_nothing_private() {
    given()
        .basePath("")
        .get("/.well-known/jwks.json")
        .then()
        .statusCode(200)
        .body("keys.kty", everyItem(equalTo("RSA")))
        .body("keys[0].keySet()", hasItems("kid", "n", "e"))
        .body("keys.d", everyItem(nullValue()))
        .body("keys.p", everyItem(nullValue()));
  }

  private static ValidatableResponse addAddress(Person person, Map<String, Object> more) {
    Map<String, Object> address = address();
    address.putAll(more);
    return person.request().body(address).post("/me/addresses").then().statusCode(201);
  }

  private static Map<String, Object> address() {
    return new HashMap<>(
        Map.of(
            "type", "delivery",
            "fullName", "Malika Karimova",
            "phone", "+998901234567",
            "country", "Uzbekistan",
            "city", "Tashkent",
            "district", "Yunusobod",
            "street", "Amir Temur"));
  }

  private static Map<String, Object> account(String email) {
    return new HashMap<>(
        Map.of(
            "email", email,
            "password", TestAccounts.PASSWORD,
            "firstName", "Malika",
            "lastName", "Karimova",
            "phone", "90 123-45-67"));
  }

  private static ValidatableResponse changePassword(Person person, String current, String wanted) {
    return person
        .request()
        .body(Map.of("currentPassword", current, "newPassword", wanted))
        .post("/me/password")
        .then();
  }

  private static ValidatableResponse logIn(String email, String password) {
    return post("/auth/login", Map.of("email", email, "password", password));
  }

  private static ValidatableResponse refresh(String token) {
    return post("/auth/refresh", Map.of("refreshToken", token));
  }

  private static ValidatableResponse post(String path, Object body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static String problem(ValidatableResponse answer) {
    return answer.extract().asString().replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
