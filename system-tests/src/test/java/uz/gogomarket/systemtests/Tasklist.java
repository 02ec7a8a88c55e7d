package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Somebody at the tasklist's page: what it asks the server, with its session and its token. */
final class Tasklist {

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String TOKEN = "XSRF-TOKEN";

  private final Map<String, String> cookies = new HashMap<>();
  private final Person staff;

  private Tasklist(Person staff) {
    this.staff = staff;
  }

  /** Logs in, which must succeed. */
  static Tasklist of(Person staff) {
    Tasklist tasklist = new Tasklist(staff);
    Response answer = tasklist.logIn();
    answer.then().statusCode(200);
    tasklist.cookies.putAll(answer.cookies());
    return tasklist;
  }

  /** Tries to log in. */
  static Response logIn(Person somebody) {
    return new Tasklist(somebody).logIn();
  }

  /** A request to the engine, as the page makes them. */
  RequestSpecification request() {
    return withoutToken().header("X-" + TOKEN, cookies.get(TOKEN));
  }

  /** The same from another page, which knows no token. */
  RequestSpecification withoutToken() {
    return given()
        .basePath(ENGINE)
        .cookies(cookies)
        .accept(ContentType.JSON)
        .contentType(ContentType.JSON);
  }

  /** What the page sends along with its requests. */
  Map<String, String> headers() {
    String all =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return Map.of("Cookie", all, "X-" + TOKEN, cookies.get(TOKEN));
  }

  /** Logs out. */
  Response leave() {
    return request().basePath("").post("/camunda/api/admin/auth/user/default/logout");
  }

  /** Whether the session lives. */
  boolean isLoggedIn() {
    return request().get("/filter").statusCode() == 200;
  }

  /** The ids of the dispute's tasks that the page shows. */
  List<String> tasks(long dispute) {
    List<String> filters =
        request().get("/filter").then().statusCode(200).extract().jsonPath().getList("id");
    return filters.stream().flatMap(filter -> tasks(filter, dispute).stream()).toList();
  }

  private List<String> tasks(String filter, long dispute) {
    return request()
        .body(Map.of("processInstanceBusinessKey", "dispute:" + dispute))
        .post("/filter/" + filter + "/list")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("id");
  }

  /** The one task of the dispute. */
  String task(long dispute) {
    List<String> all = tasks(dispute);
    if (all.size() != 1) {
      throw new IllegalStateException("Not one task but " + all);
    }
    return all.get(0);
  }

  /** Takes the one task of the dispute, which must succeed. */
  String take(long dispute) {
    String task = task(dispute);
    claim(task).then().statusCode(204);
    return task;
  }

  Response giveBack(String task) {
    return request().body("{}").post("/task/" + task + "/unclaim");
  }

  Response claim(String task) {
    return request().body(Map.of("userId", staff.email())).post("/task/" + task + "/claim");
  }

  /** What the form shows. */
  String shown(String task, String field) {
    return decision(task, "").get().then().statusCode(200).extract().jsonPath().getString(field);
  }

  /** What the form asks: the case, its conversation, the outcome of a decision. */
  RequestSpecification decision(String task, String about) {
    return request().basePath("/camunda/decisions/" + task + about);
  }

  /** What a decision would do with the money. */
  Response outcome(String task, String decision, String refundAmount) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("decision", decision);
    asked.put("refundAmount", refundAmount);
    return decision(task, "/outcome").body(asked).post();
  }

  /** Fills the form in, confirms what it does with the money, and sends it off. */
  Response decide(String task, String decision, String refundAmount) {
    return submit(task, confirmed(task, decision, refundAmount));
  }

  Response submit(String task, Map<String, Object> variables) {
    return request().body(Map.of("variables", variables)).post("/task/" + task + "/submit-form");
  }

  /** The form, filled in and confirmed; what makes no sense has nothing to confirm. */
  Map<String, Object> confirmed(String task, String decision, String refundAmount) {
    Response outcome = outcome(task, decision, refundAmount);
    Map<String, Object> form = form(decision, refundAmount);
    form.put(
        "confirmation",
        text(outcome.statusCode() == 200 ? outcome.jsonPath().getString("confirmation") : null));
    return form;
  }

  /** The form, filled in and not confirmed. */
  static Map<String, Object> form(String decision, String refundAmount) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("decision", text(decision));
    variables.put("refundAmount", text(refundAmount));
    variables.put("resolution", text("As it was seen"));
    return variables;
  }

  private Response logIn() {
    return given()
        .basePath("")
        .accept(ContentType.JSON)
        .contentType(ContentType.URLENC)
        .formParam("username", staff.email())
        .formParam("password", TestAccounts.PASSWORD)
        .post(LOGIN);
  }

  private static Map<String, Object> text(String value) {
    Map<String, Object> variable = new HashMap<>();
    variable.put("value", value);
    variable.put("type", "String");
    return variable;
  }
}
