package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Who is logged in to the tasklist, and until when. */
class TasklistSessionsIT {

  private static final String LOG_IN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final String MAKERS =
      "(?is).*(payara|glassfish|camunda services|grizzly|7\\.24|exception|org\\.camunda).*";

  @Test
  void who_has_not_logged_in_is_given_no_session() {
    for (int i = 0; i < 20; i++) {
      for (String path : List.of("/app/tasklist/default/", "/api/engine/engine/", "/nothing")) {
        assertThat(get(path).headers().getValues("Set-Cookie")).isEmpty();
      }
    }
    Response guessed =
        given()
            .basePath("")
            .contentType(ContentType.URLENC)
            .formParam("username", "nobody@example.uz")
            .formParam("password", "guessed")
            .post(LOG_IN);
    assertThat(guessed.statusCode()).isEqualTo(401);
    assertThat(guessed.headers().getValues("Set-Cookie")).isEmpty();
  }

  @Test
  void a_log_in_stands_in_the_list_of_sessions_and_is_ended_there() {
    Person judge = Quarrel.judge();
    Tasklist ended = Tasklist.of(judge);
    JsonPath sessions =
        judge
            .request()
            .get("/me/sessions")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .jsonPath();
    long id = sessions.getLong("items.find { it.tasklist }.id");
    Tasklist kept = Tasklist.of(judge);

    judge.request().delete("/me/sessions/" + id).then().statusCode(204);

    assertThat(ended.isLoggedIn()).isFalse();
    assertThat(kept.isLoggedIn()).isTrue();
  }

  @Test
  void logging_out_ends_the_session() {
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);

    tasklist.leave().then().statusCode(204);

    assertThat(tasklist.isLoggedIn()).isFalse();
    judge.request().get("/me/sessions").then().body("items.tasklist", equalTo(List.of(false)));
  }

  @Test
  void a_new_password_ends_the_tasklists_sessions() {
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);

    judge
        .request()
        .body(
            Map.of(
                "currentPassword", TestAccounts.PASSWORD, "newPassword", "another long password"))
        .post("/me/password")
        .then()
        .statusCode(204);

    assertThat(tasklist.isLoggedIn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sessions", "suspend", "admin-roles"})
  void what_an_admin_does_to_an_account_ends_the_tasklists_sessions(String what) {
    Person admin = TestAccounts.superAdmin();
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    String account = "/admin/users/" + judge.userId();

    Response done =
        switch (what) {
          case "sessions" -> admin.request().delete(account + "/sessions");
          case "suspend" ->
              admin.request().body(Map.of("reason", "Left us")).post(account + "/suspend");
          default ->
              admin
                  .request()
                  .delete(
                      account
                          + "/admin-roles/"
                          + Rows.value(
                              "select id from admin_roles where user_id = ?", judge.userId()));
        };

    assertThat(done.statusCode()).isBetween(200, 204);
    assertThat(tasklist.isLoggedIn()).isFalse();
  }

  @Test
  void a_role_that_is_gone_ends_what_it_allowed_at_the_next_request() {
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);

    TestAccounts.execute("delete from admin_roles where user_id = ?", judge.userId());

    assertThat(tasklist.isLoggedIn()).isFalse();
  }

  @Test
  void a_session_that_is_not_used_for_half_an_hour_is_over() {
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    assertThat(
            Rows.value(
                "select extract(epoch from expires_at - created_at)::int between 1790 and 1810"
                    + " from user_sessions where tasklist and user_id = ?",
                judge.userId()))
        .isEqualTo("t");

    TestAccounts.execute(
        "update user_sessions set expires_at = now() - interval '1 second' where user_id = ?",
        judge.userId());

    assertThat(tasklist.isLoggedIn()).isFalse();
  }

  @Test
  void a_session_is_over_after_twelve_hours_however_much_it_is_used() {
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    TestAccounts.execute(
        "update user_sessions set created_at = now() - interval '11 hours 50 minutes',"
            + " last_activity_at = now() - interval '2 minutes' where tasklist and user_id = ?",
        judge.userId());

    assertThat(tasklist.isLoggedIn()).isTrue();

    assertThat(
            Rows.value(
                "select expires_at - created_at from user_sessions where tasklist and user_id = ?",
                judge.userId()))
        .isEqualTo("12:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-origin, 200"
  })
  void another_sites_page_logs_nobody_in(String header, String value, int status) {
    Response answer =
        given()
            .basePath("")
            .header(header, value)
            .contentType(ContentType.URLENC)
            .formParam("username", Quarrel.judge().email())
            .formParam("password", TestAccounts.PASSWORD)
            .post(LOG_IN);

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void refusals_name_neither_the_server_nor_its_parts() {
    Person accountant = TestAccounts.admin("accounting");
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    Tasklist superAdmin = Tasklist.of(TestAccounts.superAdmin());
    List<Response> refusals =
        List.of(
            Tasklist.logIn(accountant),
            Tasklist.logIn(TestAccounts.buyer()),
            tasklist.withoutToken().body("{}").post("/task/1/claim"),
            tasklist.request().body("{}").post("/nothing"),
            get("/nothing"),
            get("/api/nothing"),
            get("/api/admin/auth/user/default"),
            get("/api/engine/engine/default/task"),
            tasklist.request().get("/process-definition?latest=x"),
            superAdmin
                .request()
                .basePath("")
                .body("{\"sortBy\":\"nothing\"}")
                .post("/camunda/api/cockpit/plugin/base/default/process-instance"),
            given().basePath("").put("/camunda/favicon.ico"));

    assertThat(refusals)
        .allSatisfy(
            refusal -> {
              assertThat(refusal.statusCode()).isBetween(400, 499);
              assertThat(refusal.headers().toString()).doesNotMatch(MAKERS);
              assertThat(refusal.body().asString()).doesNotMatch(MAKERS);
            });
    Tasklist.logIn(accountant).then().statusCode(403).body("message", not(equalTo("")));
  }

  private static Response get(String path) {
    return given().basePath("").get("/camunda" + path);
  }
}
