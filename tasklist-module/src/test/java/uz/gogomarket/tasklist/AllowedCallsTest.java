package uz.gogomarket.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the list is read, and what must never stand on it. */
class AllowedCallsTest {

  private static final List<String> EVERY_GROUP =
      List.of("anybody", "disputes.decide", "camunda-admin");

  /** Methods that read, and questions that are asked by POST. */
  private static final Pattern READING =
      Pattern.compile(
          "(GET|OPTIONS) .*|POST .*(/count|/list|/group|/job|/task|/variable-instance"
              + "|/process-instance|/incident/|/called-process-(definitions|instances))");

  private final AllowedCalls list = AllowedCalls.read();

  @Test
  void the_list_says_what_each_group_may_do() {
    assertThat(list.all().keySet()).containsExactlyElementsOf(EVERY_GROUP);
    assertThat(list.all().values()).allSatisfy(calls -> assertThat(calls).isNotEmpty());
  }

  @Test
  void a_call_with_a_body_stands_there_once() {
    assertThat(
            list.all().values().stream()
                .flatMap(List::stream)
                .filter(call -> !call.fields().isEmpty())
                .map(call -> call.method() + call.path()))
        .doesNotHaveDuplicates();
  }

  /** Who adds one says here what it can do, and EngineDoorIT tries what it must not. */
  @Test
  void what_changes_something_is_this_and_no_more() {
    assertThat(
            list.all().values().stream()
                .flatMap(List::stream)
                .filter(call -> !READING.matcher(call.method() + " " + call.path()).matches())
                .map(call -> call.method() + " " + call.path() + " " + call.fields()))
        .containsExactlyInAnyOrder(
            "POST /admin/auth/user/default/login/tasklist {}",
            "POST /admin/auth/user/default/login/cockpit {}",
            "POST /admin/auth/user/default/logout {}",
            "POST /engine/engine/default/task/{id}/claim {userId=<me>}",
            "POST /engine/engine/default/task/{mine}/unclaim {}",
            "POST /engine/engine/default/task/{mine}/submit-form {variables.<form>.value=,"
                + " variables.<form>.type=<form>, variables.<form>.valueInfo=}",
            "POST /engine/engine/default/task/{id}/assignee {userId=<candidate>}",
            "PUT /engine/engine/default/job/{id}/retries {retries=1}",
            "PUT /engine/engine/default/job-definition/{id}/retries {retries=1}");
  }

  @ParameterizedTest
  @CsvSource({"maxResults, x", "maxResults, -5", "firstResult, 99999999999"})
  void a_query_that_the_engine_would_fail_over_is_refused(String name, String value) {
    assertThatThrownBy(
            () ->
                list.find(
                    EVERY_GROUP,
                    "GET",
                    "/engine/engine/default/task",
                    Map.of(name, List.of(value))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void expressions_cannot_be_written_on_the_list() {
    assertThatThrownBy(
            () -> AllowedCalls.parse("[anybody]\nPOST /task { name\n  assigneeExpression }\n"))
        .hasMessageContaining("assigneeExpression");
    assertThatThrownBy(
            () -> AllowedCalls.parse("[anybody]\nGET /task ? orQueries[].nameExpression"))
        .hasMessageContaining("nameExpression");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /engine/engine/default/deployment/create",
    "POST, /engine/engine/default/filter/create",
    "PUT, /engine/engine/default/filter/11",
    "GET, /engine/engine/default/task/report",
    "PUT, /engine/engine/default/task/11",
    "POST, /engine/engine/default/task/11/identity-links",
    "PUT, /engine/engine/default/task/11/variables/conversation",
    "POST, /engine/engine/default/process-definition/dispute:1:6/start",
    "POST, /engine/engine/default/history/cleanup",
    "HEAD, /engine/engine/default/task/11",
    "GET, /engine/engine/other/task/11",
    "GET, /engine/engine/default/task/11/",
    "GET, /engine/engine/default/task/..",
  })
  void what_is_not_written_nobody_may_do(String method, String path) {
    assertThatThrownBy(() -> list.find(EVERY_GROUP, method, path, Map.of()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_call_is_that_of_its_group_alone() throws Refused {
    String path = "/engine/engine/default/job/17/retries";

    assertThat(list.find(EVERY_GROUP, "PUT", path, Map.of()).id(path)).isEqualTo("17");
    assertThatThrownBy(
            () -> list.find(List.of("anybody", "disputes.decide"), "PUT", path, Map.of()))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11",
        "cad2e5a6-e5e0-11f1-b85c-02fc00000001",
        "dispute:1:11",
        "dispute:1:cad2e5a6-e5e0-11f1-b85c-02fc00000001"
      })
  void an_id_is_one_of_those_that_the_engine_gives(String id) throws Refused {
    String path = "/engine/engine/default/process-definition/" + id + "/xml";

    assertThat(list.find(EVERY_GROUP, "GET", path, Map.of()).id(path)).isEqualTo(id);
  }

  @Test
  void a_query_says_what_it_must_and_nothing_else() throws Refused {
    String path = "/engine/engine/default/task/17/form-variables";
    List<String> no = List.of("false");

    AllowedCall unused = list.find(EVERY_GROUP, "GET", path, Map.of("deserializeValues", no));
    for (Map<String, List<String>> query :
        List.of(
            Map.<String, List<String>>of(),
            Map.of("deserializeValues", List.of("true")),
            Map.of("deserializeValues", List.of("false", "true")),
            Map.of("deserializeValues", no, "nameExpression", no))) {
      assertThatThrownBy(() -> list.find(EVERY_GROUP, "GET", path, query))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void a_form_sends_the_fields_that_are_not_read_only() {
    String form =
        """
        <input id="orderNumber" class="form-control" readonly type="text"
               cam-variable-name="orderNumber" cam-variable-type="String">
        <textarea rows="5" cam-variable-name="resolution" cam-variable-type="String"></textarea>
        <input type="checkbox" cam-variable-type="Boolean" cam-variable-name="sure" required>
        <input type="text" id="search">
        """;

    assertThat(TaskForms.variablesIn(form))
        .containsExactlyInAnyOrderEntriesOf(Map.of("resolution", "String", "sure", "Boolean"));
  }
}
