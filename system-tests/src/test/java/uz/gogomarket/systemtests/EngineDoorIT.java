package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.PlainHttp.Answer;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What the engine's REST below /camunda lets admins do: what is written, and nothing else. */
class EngineDoorIT {

  private static final String REST = "/camunda/api";
  private static final String ENGINE = REST + "/engine/engine/default";
  private static final Path LIST =
      Path.of("../tasklist-module/src/main/resources/allowed-calls.txt");

  private final Person judge = Quarrel.judge();
  private Quarrel quarrel;
  private Tasklist tasklist;
  private String task;

  @BeforeEach
  void an_admin_who_decides_disputes_has_one_to_decide() {
    quarrel = Quarrel.answered();
    tasklist = Tasklist.of(judge);
    task = tasklist.task(quarrel.id());
  }

  @Test
  void an_expression_runs_nothing_wherever_it_stands() throws IOException {
    String file = "gogomarket-" + UUID.randomUUID();
    String code =
        "${''.getClass().forName('java.io.File').getMethod('createTempFile', ''.getClass(),"
            + " ''.getClass()).invoke(null, '%s', 'x')}".formatted(file);
    Map<String, Object> expression = Map.of("assigneeExpression", code);
    List<Map<String, Object>> bodies =
        List.of(
            expression,
            Map.of("orQueries", List.of(expression)),
            Map.of("orQueries", List.of(Map.of("orQueries", List.of(expression)))),
            Map.of("query", expression, "name", "mine", "resourceType", "Task"),
            Map.of("sorting", List.of(Map.of("parameters", expression))));

    for (Tasklist admin : List.of(tasklist, Tasklist.of(TestAccounts.superAdmin()))) {
      for (String path :
          List.of("/task", "/task/count", "/filter/" + filter() + "/list", "/filter/create")) {
        for (Map<String, Object> body : bodies) {
          refused(admin.request().body(body).post(path));
        }
        refused(admin.request().queryParams(expression).get(path));
      }
    }

    // What is let through must not evaluate it either.
    for (String field : List.of("name", "nameLike", "assignee", "assigneeLike", "createdBefore")) {
      int status =
          tasklist
              .request()
              .body(Map.of(field, code))
              .post("/filter/" + filter() + "/list")
              .statusCode();
      assertThat(status).as(field).isIn(200, 400);
    }
    Map<String, Object> variable = Map.of("name", "decision", "operator", "eq", "value", code);
    tasklist
        .request()
        .body(Map.of("processVariables", List.of(variable)))
        .post("/filter/" + filter() + "/list")
        .then()
        .statusCode(200);

    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files).noneMatch(each -> each.getFileName().toString().startsWith(file));
    }
  }

  @Test
  void whatever_is_not_on_the_list_is_refused_for_every_kind_of_admin() throws IOException {
    Map<String, List<Pattern>> allowed = allowedByGroup();
    List<Pattern> anybody = allowed.get("anybody");
    List<Pattern> judges = both(anybody, allowed.get("disputes.decide"));
    List<Pattern> superAdmins = both(judges, allowed.get("camunda-admin"));
    List<String> calls = calls();
    assertThat(calls).hasSizeGreaterThan(1_000);

    assertThat(letThrough(tasklist, without(calls, judges))).isEmpty();
    assertThat(letThrough(Tasklist.of(TestAccounts.superAdmin()), without(calls, superAdmins)))
        .isEmpty();
    assertThat(letThrough(null, without(calls, anybody))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default//task/%s",
        "/camunda//api/engine/engine/default/task/%s",
        "/camunda/api/engine/engine/default/./task/%s",
        "/camunda/api/engine/engine/default/x/../task/%s",
        "/camunda/app/../api/engine/engine/default/task/%s",
        "/camunda/api/engine/engine/default/task;a=b/%s",
        "/camunda/api;a=b/engine/engine/default/task/%s",
        "/camunda/api/engine/engine/default/task%%2F%s",
        "/camunda/api/engine/engine/default/task%%5C%s",
        "/camunda/api/engine/engine/default/%%2e/task/%s",
        "/camunda/api/engine/engine/default/task/%s%%00",
        "/camunda/api/engine/engine/default/task/%s%%253f",
        "/camunda/api/engine/engine/default/task/%s/",
        "/camunda/api/engine/engine/default/task/%s?deserializeValues",
        "/camunda/API/engine/engine/default/task/%s",
      })
  void an_address_in_disguise_leads_nowhere(String target) {
    Answer answer = PlainHttp.send("GET", target.formatted(task), tasklist.headers(), new byte[0]);

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("decide-dispute");
    assertThat(
            PlainHttp.send("GET", ENGINE + "/task/" + task, tasklist.headers(), new byte[0]).body())
        .contains("decide-dispute");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"nobody@example.uz\"}",
        "{\"userId\":\"ME\",\"userId\":\"nobody@example.uz\"}",
        "{\"userId\":\"ME\",\"user\\u0049d\":\"nobody@example.uz\"}",
        "{\"userId\":\"ME\",\"other\":1}",
        "{\"userId\":[\"ME\"]}",
        "{\"userId\":{\"a\":\"ME\"}}",
        "[{\"userId\":\"ME\"}]",
        "{\"userId\":null}",
        "{}",
        "",
        "null",
        "{\"userId\":",
        "{'userId':'ME'}",
      })
  void a_body_other_than_written_is_refused(String body) {
    Response response =
        tasklist.request().body(body.replace("ME", judge.email())).post("/task/" + task + "/claim");

    refused(response);
    assertThat(row("assignee_")).isNull();
  }

  @Test
  void a_body_that_is_too_deep_too_long_or_of_another_type_is_refused() {
    String claim = "/task/" + task + "/claim";
    String me = "{\"userId\":\"" + judge.email() + "\"}";

    refused(tasklist.request().body("{\"userId\":" + "[".repeat(30_000)).post(claim));
    refused(tasklist.request().body(me + " ".repeat(70_000)).post(claim));
    refused(tasklist.request().contentType("text/plain").body(me).post(claim));
    refused(tasklist.request().contentType("multipart/form-data").multiPart("a", me).post(claim));
    refused(
        tasklist.request().header("X-HTTP-Method-Override", "PUT").body(me).post("/task/" + task));
    tasklist.request().body(me).post(claim).then().statusCode(204);
  }

  @Test
  void nobody_rewrites_what_colleagues_see() {
    String before = footprint();
    Map<String, Object> text = Map.of("value", "rewritten", "type", "String");
    Map<String, Object> nobody = Map.of("userId", "nobody@example.uz");
    String workflow =
        Rows.value("select process_instance_id from disputes where id = ?", quarrel.id());
    Map<String, Map<String, Object>> changes = new HashMap<>();
    for (String shown : List.of("conversation", "orderNumber", "refundable")) {
      changes.put("PUT /task/" + task + "/variables/" + shown, text);
      changes.put("PUT /task/" + task + "/localVariables/" + shown, text);
      changes.put("PUT /process-instance/" + workflow + "/variables/" + shown, text);
    }
    changes.put(
        "POST /task/" + task + "/variables", Map.of("modifications", Map.of("conversation", text)));
    changes.put("PUT /task/" + task, Map.of("name", "rewritten", "priority", 0));
    changes.put("POST /task/" + task + "/assignee", nobody);
    changes.put("POST /task/" + task + "/delegate", nobody);
    changes.put("POST /task/" + task + "/identity-links", Map.of("groupId", "a", "type", "b"));
    changes.put("POST /task/" + task + "/comment/create", Map.of("message", "rewritten"));
    changes.put("POST /task/" + task + "/bpmnError", Map.of("errorCode", "1"));
    changes.put("POST /history/cleanup", Map.of());
    changes.put("PUT /filter/" + filter(), Map.of("name", "rewritten", "resourceType", "Task"));

    for (Person admin : List.of(judge, TestAccounts.superAdmin())) {
      Tasklist pages = Tasklist.of(admin);
      changes.forEach(
          (call, body) ->
              refused(
                  pages
                      .request()
                      .body(body)
                      .request(call.split(" ", 2)[0], call.split(" ", 2)[1])));
    }

    assertThat(footprint()).isEqualTo(before);
  }

  @Test
  void a_form_sends_its_own_fields_and_no_other() {
    tasklist.claim(task).then().statusCode(204);
    String before = footprint();
    for (Map.Entry<String, Object> smuggled :
        Map.<String, Object>of(
                "disputeProcess", Map.of("value", "in the way", "type", "String"),
                "conversation", Map.of("value", "rewritten", "type", "String"),
                "execution", Map.of("value", "in the way", "type", "String"),
                "decision", Map.of("value", "refund_full", "type", "Object"),
                "resolution",
                    Map.of(
                        "value",
                        "rO0AB",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of("objectTypeName", "java.lang.Object")))
            .entrySet()) {
      Map<String, Object> form = Tasklist.form("refund_full", null);
      form.put(smuggled.getKey(), smuggled.getValue());
      refused(tasklist.submit(task, form));
    }

    assertThat(footprint()).isEqualTo(before);
    tasklist.decide(task, "refund_full", null).then().statusCode(204);
  }

  @Test
  void what_the_list_lets_change_changes_nothing_for_who_may_not() {
    Person colleague = Quarrel.judge();
    tasklist.claim(task).then().statusCode(204);
    String job = job();
    String before = footprint();
    Map<String, Object> form = Map.of("variables", Tasklist.form("refund_full", null));

    for (Person other : List.of(colleague, TestAccounts.superAdmin())) {
      Tasklist pages = Tasklist.of(other);
      for (String method : List.of("POST", "PUT", "HEAD", "GET", "PATCH", "DELETE")) {
        for (Map.Entry<String, Map<String, Object>> call :
            Map.<String, Map<String, Object>>of(
                    "/task/" + task + "/submit-form", form,
                    "/task/" + task + "/unclaim", Map.of(),
                    "/task/" + task + "/claim", Map.of("userId", judge.email()),
                    "/task/" + task + "/assignee", Map.of("userId", quarrel.buyer().email()),
                    "/job/" + job + "/retries", Map.of("retries", 0, "dueDate", "2999-01-01"))
                .entrySet()) {
          RequestSpecification request = pages.request();
          if (method.startsWith("P")) {
            request.body(call.getValue());
          }
          Response refused = request.request(method, call.getKey());
          assertThat(refused.statusCode()).as(method + " " + call.getKey()).isEqualTo(403);
        }
      }
    }

    assertThat(footprint()).isEqualTo(before);
    assertThat(quarrel.stage()).isEqualTo("awaiting_decision");
  }

  @Test
  void nobody_puts_off_what_the_time_will_do() {
    Tasklist superAdmin = Tasklist.of(TestAccounts.superAdmin());
    String job = job();
    String due = Rows.value("select duedate_ from engine.act_ru_job where id_ = ?", job);
    String definition = Rows.value("select job_def_id_ from engine.act_ru_job where id_ = ?", job);

    for (String address : List.of("/job/" + job, "/job-definition/" + definition)) {
      for (String body :
          List.of(
              "{\"retries\":0}",
              "{\"retries\":7}",
              "{\"retries\":\"1\"}",
              "{\"retries\":1,\"dueDate\":\"2999-01-01T00:00:00.000+0000\"}",
              "{\"dueDate\":\"2999-01-01T00:00:00.000+0000\"}")) {
        refused(superAdmin.request().body(body).put(address + "/retries"));
      }
      refused(tasklist.request().body("{\"retries\":1}").put(address + "/retries"));
    }
    superAdmin
        .request()
        .body("{\"retries\":1}")
        .put("/job/" + job + "/retries")
        .then()
        .statusCode(204);

    assertThat(Rows.value("select duedate_ from engine.act_ru_job where id_ = ?", job))
        .isEqualTo(due);
  }

  @Test
  void a_value_that_makes_no_sense_is_refused_without_the_names_of_classes() {
    Tasklist superAdmin = Tasklist.of(TestAccounts.superAdmin());
    String list = "/filter/" + filter() + "/list";
    String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance";
    List<Response> answers = new ArrayList<>();
    for (String body :
        List.of(
            "{\"name\":\"\\u0000\"}",
            "{\"createdBefore\":\"x\"}",
            "{\"priority\":99999999999}",
            "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":{}}]}",
            "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"x\",\"value\":1}]}",
            "{\"sorting\":[{\"sortBy\":\"nothing\",\"sortOrder\":\"asc\"}]}")) {
      answers.add(tasklist.request().body(body).post(list));
    }
    for (String query :
        List.of("/task?maxResults=x", "/task?maxResults=-5", "/process-definition?latest=x")) {
      answers.add(tasklist.request().get(query));
    }
    answers.add(tasklist.request().urlEncodingEnabled(false).get("/task?assignee=%00"));
    for (String body :
        List.of(
            "{\"sortBy\":\"nothing\"}",
            "{\"sortBy\":\"startTime\",\"sortOrder\":\"x\"}",
            "{\"maxResults\":\"x\"}",
            "{\"startedAfter\":\"x\"}",
            "{\"variables\":[{\"name\":\"a\",\"operator\":\"x\",\"value\":{}}]}",
            "{\"activityIdIn\":{}}")) {
      answers.add(superAdmin.request().basePath("").body(body).post(cockpit));
    }

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isBetween(400, 499);
              assertThat(answer.body().asString())
                  .contains("message")
                  .doesNotContainPattern("(?i)exception|java|org\\.|camunda|jersey|jackson");
            });
  }

  /** The timer of the dispute's workflow. */
  private String job() {
    return Rows.value(
        "select id_ from engine.act_ru_job where process_instance_id_ ="
            + " (select process_instance_id from disputes where id = ?)",
        quarrel.id());
  }

  @Test
  void one_gives_back_ones_own_task_and_nobody_elses() {
    Tasklist colleague = Tasklist.of(Quarrel.judge());
    tasklist.claim(task).then().statusCode(204);

    refused(colleague.request().body("{}").post("/task/" + task + "/unclaim"));
    assertThat(row("assignee_")).isEqualTo(judge.email());

    tasklist.request().body("{}").post("/task/" + task + "/unclaim").then().statusCode(204);
    assertThat(row("assignee_")).isNull();
  }

  @Test
  void a_super_admin_hands_a_task_to_somebody_who_may_do_it_or_to_nobody() {
    Tasklist superAdmin = Tasklist.of(TestAccounts.superAdmin());
    String assignee = "/task/" + task + "/assignee";

    refused(superAdmin.request().body(Map.of("userId", quarrel.buyer().email())).post(assignee));
    Person accountant = TestAccounts.admin("accounting");
    refused(superAdmin.request().body(Map.of("userId", accountant.email())).post(assignee));
    superAdmin
        .request()
        .body(Map.of("userId", judge.email()))
        .post(assignee)
        .then()
        .statusCode(204);
    assertThat(row("assignee_")).isEqualTo(judge.email());

    superAdmin.request().body("{\"userId\":null}").post(assignee).then().statusCode(204);
    assertThat(row("assignee_")).isNull();
  }

  @Test
  void whoever_is_not_logged_in_is_asked_to() {
    PlainHttp.Answer answer =
        PlainHttp.send("GET", ENGINE + "/task/" + task, Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(401);
  }

  private static void refused(Response response) {
    response.then().statusCode(403).body("type", equalTo("not_allowed"));
  }

  private String filter() {
    return Rows.value("select id_ from engine.act_ru_filter where name_ = 'My tasks'");
  }

  private String row(String column) {
    return Rows.values("select " + column + " from engine.act_ru_task where id_ = ?", task).get(0);
  }

  /** What an admin is shown of the task. */
  private String footprint() {
    return Rows.value(
        """
        select (select to_jsonb(t) from engine.act_ru_task t where t.id_ = ?)::text
            || (select jsonb_agg(to_jsonb(v) order by v.id_) from engine.act_ru_variable v
                where v.proc_inst_id_ = d.process_instance_id)::text
            || (select jsonb_agg(to_jsonb(f) order by f.id_) from engine.act_ru_filter f)::text
            || (select jsonb_agg(to_jsonb(l) order by l.id_) from engine.act_ru_identitylink l
                where l.task_id_ = ?)::text
        from disputes d where d.id = ?
        """,
        task,
        task,
        quarrel.id());
  }

  /** Those of the calls that were refused neither by the door nor for want of a log-in. */
  private List<String> letThrough(Tasklist admin, List<String> calls) {
    Map<String, String> headers = new HashMap<>(admin == null ? Map.of() : admin.headers());
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
    List<String> through = new ArrayList<>();
    for (String call : calls) {
      String[] words = call.split(" ", 2);
      boolean body = List.of("POST", "PUT", "PATCH").contains(words[0]);
      Answer answer =
          PlainHttp.send(
              words[0],
              REST + words[1],
              headers,
              (body ? "{}" : "").getBytes(StandardCharsets.UTF_8));
      boolean refused =
          answer.status() == 401
              || (answer.status() == 403
                  && (admin == null || answer.body().contains("not_allowed")));
      if (!refused) {
        through.add(call + " " + answer.status());
      }
    }
    return through;
  }

  /** All that the engine's REST knows, each path with every method. */
  private List<String> calls() throws IOException {
    try (InputStream paths = EngineDoorIT.class.getResourceAsStream("/engine-rest-paths.txt")) {
      return new String(paths.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 2)[1].replace("{id}", task))
          .distinct()
          .flatMap(
              path ->
                  Stream.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")
                      .map(method -> method + " " + path))
          .toList();
    }
  }

  private static List<String> without(List<String> calls, List<Pattern> allowed) {
    return calls.stream()
        .filter(call -> allowed.stream().noneMatch(each -> each.matcher(call).matches()))
        .toList();
  }

  private static List<Pattern> both(List<Pattern> some, List<Pattern> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The list's methods and paths. */
  private static Map<String, List<Pattern>> allowedByGroup() throws IOException {
    Map<String, List<Pattern>> byGroup = new HashMap<>();
    List<Pattern> group = new ArrayList<>();
    for (String line : Files.readAllLines(LIST)) {
      if (line.startsWith("[")) {
        group = new ArrayList<>();
        byGroup.put(line.substring(1, line.indexOf(']')), group);
      } else if (line.matches("[A-Z].*")) {
        String[] words = line.split("\\s+", 3);
        group.add(
            Pattern.compile(words[0] + " " + words[1].replaceAll("\\{\\w+}", "[\\\\w:@.-]+")));
      }
    }
    return byGroup;
  }
}
