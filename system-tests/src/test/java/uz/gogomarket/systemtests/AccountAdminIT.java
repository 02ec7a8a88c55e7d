package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What admins decide about accounts. */
class AccountAdminIT {

  private static final Map<String, String> REASON = Map.of("reason", "As agreed by telephone");

  @Test
  void a_seller_is_one_after_an_admin_said_so() {
    Person person = TestAccounts.buyer();
    Person admin = TestAccounts.admin("role_manager");
    ask(person, "seller").statusCode(201).body("state", equalTo("waiting"));
    ask(person, "seller").statusCode(409).body("code", equalTo("role_requested"));
    decide(admin, person, "seller", "approve").statusCode(204);
    decide(admin, person, "seller", "reject")
        .statusCode(409)
        .body("code", equalTo("request_decided"));
    ask(person, "seller").statusCode(409).body("code", equalTo("role_held"));
    person
        .loggedInAgain()
        .request()
        .get("/me")
        .then()
        .body("roles", contains("buyer", "seller"))
        .body("role", equalTo("seller"));
  }

  @Test
  void a_request_that_was_turned_down_can_be_made_again() {
    Person person = TestAccounts.buyer();
    Person admin = TestAccounts.admin("role_manager");
    ask(person, "courier").statusCode(201);
    decide(admin, person, "courier", "reject").statusCode(204);
    person
        .request()
        .get("/me/roles")
        .then()
        .body("items.find { it.role == 'courier' }.state", equalTo("rejected"))
        .body("items.find { it.role == 'courier' }.decisionNote", equalTo(REASON.get("reason")));
    ask(person, "courier").statusCode(201).body("state", equalTo("waiting"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "buyer", "king"})
  void not_every_role_can_be_asked_for(String role) {
    ask(TestAccounts.buyer(), role).statusCode(400).body("violations.field", hasItem("role"));
  }

  @Test
  void a_role_that_was_taken_away_is_gone_at_once() {
    Person person = TestAccounts.seller();
    Person admin = TestAccounts.admin("role_manager");
    decide(admin, person, "buyer", "withdraw").statusCode(404);
    decide(admin, person, "courier", "withdraw").statusCode(404);
    decide(admin, person, "seller", "withdraw").statusCode(204);
    decide(admin, person, "seller", "withdraw").statusCode(404);
    person.request().get("/me").then().statusCode(401).body("code", equalTo("session_ended"));
    Person again = person.loggedInAgain();
    again.request().get("/me").then().body("roles", contains("buyer"));
    ask(again, "seller").statusCode(201);
  }

  @Test
  void nobody_decides_about_themselves_or_without_the_permission() {
    Person admin = TestAccounts.admin("role_manager");
    ask(admin, "seller").statusCode(201);
    decide(admin, admin, "seller", "approve").statusCode(403);
    decide(TestAccounts.buyer(), admin, "seller", "approve").statusCode(403);
    decide(TestAccounts.admin("accounting"), admin, "seller", "approve").statusCode(403);
  }

  @Test
  void the_queue_is_read_page_by_page() {
    Person admin = TestAccounts.admin("role_manager");
    List<Person> waiting =
        List.of(TestAccounts.buyer(), TestAccounts.buyer(), TestAccounts.buyer());
    waiting.forEach(person -> ask(person, "influencer").statusCode(201));
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          admin
              .request()
              .queryParam("role", "influencer")
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get("/admin/role-requests")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.userId", Long.class));
      cursor = page.getString("nextCursor");
    }
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).containsSubsequence(waiting.stream().map(Person::userId).toList());
  }

  @Test
  void a_suspended_account_is_out_at_once_and_comes_back() {
    Person person = TestAccounts.buyer();
    Person admin = TestAccounts.admin("role_manager");
    change(admin, person, "suspend").statusCode(200).body("account.status", equalTo("suspended"));
    change(admin, person, "suspend").statusCode(409).body("code", equalTo("account_not_active"));
    person.request().get("/me").then().statusCode(403).body("code", equalTo("account_suspended"));
    logIn(person).statusCode(403).body("code", equalTo("account_suspended"));
    change(admin, person, "reactivate").statusCode(200);
    change(admin, person, "reactivate").statusCode(409);
    person.loggedInAgain().request().get("/me").then().statusCode(200);
  }

  @Test
  void an_admin_hands_out_only_what_they_hold() {
    Person person = TestAccounts.buyer();
    Person manager = TestAccounts.admin("role_manager");
    grant(manager, person, "super_admin").statusCode(403);
    grant(manager, person, "accounting").statusCode(403);
    grant(manager, person, "role_manager").statusCode(201).body("account.roles", hasItem("admin"));
    manager
        .request()
        .body(Map.of("type", "role_manager", "permissions", List.of("disputes.decide")))
        .post("/admin/users/" + person.userId() + "/admin-roles")
        .then()
        .statusCode(403);
    grant(manager, manager, "role_manager").statusCode(403);
  }

  @Test
  void an_admin_cannot_touch_one_who_may_do_more() {
    Person chief = TestAccounts.superAdmin();
    Person manager = TestAccounts.admin("role_manager");
    change(manager, chief, "suspend").statusCode(403);
    change(manager, manager, "suspend").statusCode(403);
    manager.request().delete("/admin/users/" + chief.userId() + "/sessions").then().statusCode(403);
    chief.request().get("/me").then().statusCode(200);
  }

  @Test
  void a_right_that_was_taken_is_gone_at_once() {
    Person chief = TestAccounts.superAdmin();
    Person manager = TestAccounts.admin("role_manager", "disputes.decide");
    int role =
        chief
            .request()
            .get("/admin/users/" + manager.userId() + "/admin-roles")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    String address = "/admin/users/" + manager.userId() + "/admin-roles/" + role;
    chief.request().delete(address).then().statusCode(204);
    chief.request().delete(address).then().statusCode(404);
    manager.request().get("/admin/users").then().statusCode(401);
    manager.loggedInAgain().request().get("/admin/users").then().statusCode(403);
  }

  @Test
  void accounts_are_found_by_a_part_of_their_address() {
    Person person = TestAccounts.seller();
    Person admin = TestAccounts.admin("role_manager");
    String part = person.email().substring(5, 25);
    search(admin, part, "seller").body("items.id", contains((int) person.userId()));
    search(admin, part, "courier").body("items", hasSize(0));
    search(admin, "%", "seller").body("items.id", not(hasItem((int) person.userId())));
    admin
        .request()
        .get("/admin/users/" + person.userId())
        .then()
        .statusCode(200)
        .body("account.roles", hasItems("buyer", "seller"));
    admin.request().get("/admin/users/999999999").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=x", "cursor=!", "role=king", "status=x", "q=%00"})
  void a_search_that_makes_no_sense_is_refused(String query) {
    TestAccounts.admin("role_manager")
        .request()
        .urlEncodingEnabled(false)
        .get("/admin/users?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_input"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/users",
        "/admin/users/1",
        "/admin/users/1/sessions",
        "/admin/role-requests"
      })
  void buyers_and_sellers_see_nothing_of_it(String path) {
    TestAccounts.buyer().request().get(path).then().statusCode(403);
    TestAccounts.seller().request().get(path).then().statusCode(403);
  }

  private static ValidatableResponse ask(Person person, String role) {
    return person.request().body(Map.of("role", role, "note", "Tea")).post("/me/roles").then();
  }

  private static ValidatableResponse decide(Person admin, Person person, String role, String verb) {
    return admin
        .request()
        .body(REASON)
        .post("/admin/role-requests/" + person.userId() + "/" + role + "/" + verb)
        .then();
  }

  private static ValidatableResponse change(Person admin, Person person, String verb) {
    return admin.request().body(REASON).post("/admin/users/" + person.userId() + "/" + verb).then();
  }

  private static ValidatableResponse grant(Person admin, Person person, String type) {
    return admin
        .request()
        .body(Map.of("type", type))
        .post("/admin/users/" + person.userId() + "/admin-roles")
        .then();
  }

  private static ValidatableResponse search(Person admin, String text, String role) {
    return admin
        .request()
        .queryParam("q", text)
        .queryParam("role", role)
        .get("/admin/users")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse logIn(Person person) {
    return io.restassured.RestAssured.given()
        .contentType(io.restassured.http.ContentType.JSON)
        .body(Map.of("email", person.email(), "password", TestAccounts.PASSWORD))
        .post("/auth/login")
        .then();
  }
}
