package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Disputes as both sides and the admins meet them: over REST and through the tasklist. */
class DisputesIT {

  private static final String UNTOUCHED = "980000.00";
  private static final String ALL_BACK = "1000000.00";
  private static final Map<String, Object> FULL_REFUND =
      Map.of("decision", "refund_full", "resolution", "Broken is broken.");

  @Test
  void from_the_complaint_to_the_money_back_through_the_tasklist() {
    Quarrel quarrel = Quarrel.opened();
    quarrel
        .post(
            quarrel.buyer(),
            "messages",
            Map.of(
                "content",
                "Here is a photo",
                "attachments",
                List.of("https://files.example/lid.jpg")))
        .then()
        .statusCode(200);
    quarrel.answer(quarrel.seller()).then().statusCode(200);
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(quarrel.id());
    assertThat(tasklist.shown(task, "conversation"))
        .contains("The lid is broken", "https://files.example/lid.jpg", "It left us whole.");
    tasklist.claim(task).then().statusCode(204);

    tasklist.decide(task, "refund_full", null).then().statusCode(204);

    assertThat(tasklist.tasks(quarrel.id())).isEmpty();
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(ALL_BACK);
    for (Person side : List.of(quarrel.buyer(), quarrel.seller())) {
      quarrel
          .read(side)
          .then()
          .statusCode(200)
          .body("dispute.stage", equalTo("awaiting_appeal"))
          .body("dispute.decision", equalTo("refund_full"))
          .body("dispute.refundAmount.amount", equalTo("20000.00"))
          .body("resolution", equalTo("As it was seen"))
          .body("messages.by", contains("buyer", "seller"));
    }
  }

  @Test
  void an_appeal_is_decided_in_the_tasklist_by_somebody_else() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist first = Tasklist.of(Quarrel.judge());
    first.decide(first.take(quarrel.id()), "refund_full", null).then().statusCode(204);
    quarrel.appeal(quarrel.seller()).then().statusCode(200);
    String task = first.take(quarrel.id());

    Response again = first.decide(task, "reject", null);
    assertThat(again.statusCode()).isGreaterThanOrEqualTo(400);
    again.then().body("message", containsString("somebody else"));
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(ALL_BACK);
    first.giveBack(task).then().statusCode(204);
    Tasklist second = Tasklist.of(Quarrel.judge());
    second.decide(second.take(quarrel.id()), "reject", null).then().statusCode(204);

    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
    assertThat(quarrel.stage()).isEqualTo("closed");
  }

  @Test
  void a_decision_over_rest_ends_the_task_in_the_tasklist() {
    Quarrel quarrel = Quarrel.answered();
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    assertThat(tasklist.tasks(quarrel.id())).hasSize(1);

    quarrel.decide(judge, Shop.key(), FULL_REFUND).then().statusCode(200);

    assertThat(tasklist.tasks(quarrel.id())).isEmpty();
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(ALL_BACK);
  }

  @Test
  void the_same_key_decides_once_and_is_answered_the_same_again() {
    Quarrel quarrel = Quarrel.answered();
    Person judge = Quarrel.judge();
    String key = Shop.key();
    quarrel.decide(judge, key, FULL_REFUND).then().statusCode(200);

    quarrel
        .decide(judge, key, FULL_REFUND)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"));

    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(ALL_BACK);
  }

  @Test
  void of_two_admins_at_the_tasklist_one_decides() throws Exception {
    Quarrel quarrel = Quarrel.answered();
    Tasklist one = Tasklist.of(Quarrel.judge());
    Tasklist another = Tasklist.of(Quarrel.judge());
    String task = one.task(quarrel.id());

    List<Integer> statuses =
        Shop.together(
            List.of(() -> takenAndDecided(one, task), () -> takenAndDecided(another, task)));

    assertThat(statuses).containsOnlyOnce(204);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo("985000.00");
  }

  private static int takenAndDecided(Tasklist tasklist, String task) {
    tasklist.claim(task);
    return tasklist.decide(task, "refund_partial", "5000.00").statusCode();
  }

  @Test
  void what_a_colleague_has_taken_nobody_else_decides() {
    Quarrel quarrel = Quarrel.answered();
    Person judge = Quarrel.judge();
    String task = Tasklist.of(judge).take(quarrel.id());

    for (Person other : List.of(Quarrel.judge(), TestAccounts.superAdmin())) {
      Tasklist.of(other)
          .decide(task, "refund_full", null)
          .then()
          .statusCode(403)
          .body("type", equalTo("not_allowed"));
    }

    assertThat(Rows.value("select assignee_ from engine.act_ru_task where id_ = ?", task))
        .isEqualTo(judge.email());
    assertThat(quarrel.stage()).isEqualTo("awaiting_decision");
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void what_nobody_has_taken_nobody_decides() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());

    tasklist
        .decide(tasklist.task(quarrel.id()), "refund_full", null)
        .then()
        .statusCode(403)
        .body("type", equalTo("not_allowed"));

    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void nobody_writes_the_words_of_somebody_else_into_the_form() {
    Quarrel quarrel = Quarrel.opened();
    quarrel
        .post(
            quarrel.buyer(),
            "messages",
            Map.of("content", "Good evening.\n\nadmin, 2026-11-21T10:05:00Z: Agreed. \u202Eyes"))
        .then()
        .statusCode(200);
    quarrel.answer(quarrel.seller()).then().statusCode(200);
    Tasklist tasklist = Tasklist.of(Quarrel.judge());

    assertThat(tasklist.shown(tasklist.task(quarrel.id()), "conversation"))
        .contains("\n    admin, 2026-11-21T10:05:00Z: Agreed. <U+202E>yes")
        .doesNotContain("\nadmin, ", "\u202E");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "", "{", "{\"decision\":"})
  void a_decision_that_is_no_json_object_is_refused_in_a_sentence(String body) {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(quarrel.id());
    String deep = "{\"decision\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}";

    for (String each : List.of(body, deep)) {
      tasklist
          .decision(task, "/outcome")
          .body(each)
          .post()
          .then()
          .statusCode(400)
          .body("violations.code", hasItem("not_object"));
    }
  }

  @Test
  void the_case_has_one_address() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String address = "/camunda/decisions/" + tasklist.task(quarrel.id());

    assertThat(PlainHttp.send("GET", address, tasklist.headers(), new byte[0]).status())
        .isEqualTo(200);
    for (String odd : List.of(address + ";a=b", "/camunda/decisions;a=b/x", address + "%00")) {
      assertThat(PlainHttp.send("GET", odd, tasklist.headers(), new byte[0]).status())
          .isBetween(400, 499);
    }
  }

  @Test
  void a_form_that_is_sent_off_four_times_at_once_counts_once() throws Exception {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.take(quarrel.id());

    List<Integer> statuses =
        Shop.together(
            Collections.nCopies(
                4, () -> tasklist.decide(task, "refund_partial", "5000.00").statusCode()));

    assertThat(statuses).containsOnlyOnce(204);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo("985000.00");
  }

  @ParameterizedTest
  @CsvSource({
    "refund_partial, 20000.00, refundAmount",
    "refund_partial, 0.00, refundAmount",
    "refund_partial, -1.00, refundAmount",
    "refund_partial, 1e3, refundAmount",
    "refund_partial, , refundAmount",
    "refund_full, 1.00, refundAmount",
    "give_it_all, , decision",
    ", , decision",
  })
  void a_form_that_makes_no_sense_is_refused_with_the_reason(
      String decision, String amount, String field) {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.take(quarrel.id());

    for (Response refused :
        List.of(
            tasklist.outcome(task, decision, amount), tasklist.decide(task, decision, amount))) {
      refused.then().statusCode(400).body("violations.field", hasItem(field));
    }
    assertThat(tasklist.tasks(quarrel.id())).containsExactly(task);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void a_form_is_sent_off_with_a_decision_a_reason_and_a_confirmation_or_not_at_all() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.take(quarrel.id());
    Map<String, Object> unexplained = tasklist.confirmed(task, "refund_full", null);
    unexplained.remove("resolution");
    Map<String, Object> otherwise = tasklist.confirmed(task, "refund_partial", "5000.00");
    otherwise.putAll(Tasklist.form("refund_full", null));

    refusedFor(tasklist.submit(task, Map.of()), "decision");
    refusedFor(tasklist.submit(task, Tasklist.form("refund_full", null)), "confirmation");
    refusedFor(tasklist.submit(task, unexplained), "resolution");
    refusedFor(tasklist.submit(task, otherwise), "confirmation");

    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  private static void refusedFor(Response refused, String field) {
    refused.then().statusCode(400).body("violations.field", hasItem(field));
  }

  @Test
  void what_a_decision_does_with_the_money_is_told_before_it_is_taken() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(quarrel.id());

    tasklist
        .outcome(task, "refund_partial", "5000.00")
        .then()
        .statusCode(200)
        .body(
            "consequences[0]",
            equalTo("The buyer gets 5000.00 UZS back, into the wallet, at once."))
        .body("consequences[1]", containsString("In the end the buyer has 5000.00 UZS back"));
    tasklist
        .outcome(task, "reject", null)
        .then()
        .statusCode(200)
        .body("consequences[0]", equalTo("The buyer gets nothing back."));
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void what_an_appeal_would_change_is_told_before_it_is_decided() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist first = Tasklist.of(Quarrel.judge());
    first.decide(first.take(quarrel.id()), "refund_full", null).then().statusCode(204);
    quarrel.appeal(quarrel.seller()).then().statusCode(200);
    Tasklist second = Tasklist.of(Quarrel.judge());
    String task = second.task(quarrel.id());
    assertThat(second.shown(task, "conversation")).contains("appeal: That is not fair.");

    second
        .outcome(task, "refund_partial", "5000.00")
        .then()
        .statusCode(200)
        .body(
            "consequences[0]",
            equalTo("The refund of 20000.00 UZS that was first decided is taken from the buyer."))
        .body(
            "consequences[1]",
            equalTo("The buyer gets 5000.00 UZS back, into the wallet, at once."));
  }

  @Test
  void neither_side_can_push_the_words_of_the_other_out_of_the_form() {
    Quarrel quarrel = Quarrel.answered();
    TestAccounts.execute(
        "insert into dispute_messages (dispute_id, user_id, content)"
            + " select ?, ?, n || ' ' || repeat('x', 1900) from generate_series(1, 250) as n",
        quarrel.id(),
        quarrel.buyer().userId());
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(quarrel.id());

    assertThat(tasklist.shown(task, "conversation"))
        .contains("The lid is broken", "It left us whole.", ": 1 x", ": 10 x", ": 201 x", ": 250 x")
        .doesNotContain(": 11 x", ": 200 x");
    assertThat(tasklist.shown(task, "leftOut"))
        .isEqualTo("Messages left out here: 190 of the buyer.");
    Response all = tasklist.decision(task, "/conversation").get();
    all.then().statusCode(200).body("items.size()", equalTo(100));
    tasklist
        .decision(task, "/conversation")
        .queryParam("cursor", all.jsonPath().getString("nextCursor"))
        .get()
        .then()
        .statusCode(200)
        .body("items[99]", containsString(": 199 x"));
  }

  @Test
  void what_the_form_asks_is_answered_to_those_who_may_decide_only() {
    Quarrel quarrel = Quarrel.answered();
    String task = Tasklist.of(Quarrel.judge()).task(quarrel.id());
    Tasklist stranger = Tasklist.of(TestAccounts.superAdmin());

    given().basePath("/camunda/decisions/" + task).get().then().statusCode(401);
    stranger.decision("no-such-task", "").get().then().statusCode(404);
    stranger.decision(task, "/nothing").get().then().statusCode(404);
  }

  @Test
  void an_admin_without_the_permission_neither_sees_nor_decides_it() {
    Quarrel quarrel = Quarrel.answered();
    Person accountant = TestAccounts.admin("accounting");

    Tasklist.logIn(accountant).then().statusCode(403);
    problem(accountant.request().get("/admin/disputes"), 403, "access_denied");
    problem(quarrel.decide(accountant, Shop.key(), FULL_REFUND), 403, "access_denied");
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void nobody_but_admins_is_known_to_the_tasklist() {
    Quarrel quarrel = Quarrel.answered();

    for (Person person : List.of(quarrel.buyer(), quarrel.seller(), quarrel.courier())) {
      Tasklist.logIn(person).then().statusCode(401);
      problem(quarrel.decide(person, Shop.key(), FULL_REFUND), 403, "access_denied");
    }
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void without_a_log_in_the_engine_answers_nobody() {
    Quarrel quarrel = Quarrel.answered();
    String task = Tasklist.of(Quarrel.judge()).task(quarrel.id());

    given()
        .basePath("/camunda/api/engine/engine/default")
        .get("/task/" + task)
        .then()
        .statusCode(401);
  }

  @Test
  void another_sites_page_cannot_decide_with_an_admins_session() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.task(quarrel.id());

    tasklist
        .withoutToken()
        .body(Map.of("variables", Map.of()))
        .post("/task/" + task + "/submit-form")
        .then()
        .statusCode(403);
  }

  @Test
  void an_admin_who_loses_the_permission_while_logged_in_decides_nothing_more() {
    Quarrel quarrel = Quarrel.answered();
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    String task = tasklist.take(quarrel.id());
    TestAccounts.execute(
        "update admin_roles set permissions = '[]' where user_id = ?", judge.userId());

    Response refused = tasklist.decide(task, "refund_full", null);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void an_admin_who_is_suspended_while_logged_in_decides_nothing_more() {
    Quarrel quarrel = Quarrel.answered();
    Person judge = Quarrel.judge();
    Tasklist tasklist = Tasklist.of(judge);
    String task = tasklist.take(quarrel.id());
    TestAccounts.execute("update users set status = 'suspended' where id = ?", judge.userId());

    Response refused = tasklist.decide(task, "refund_full", null);

    assertThat(refused.statusCode()).isBetween(400, 499);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void an_admin_who_bought_it_does_not_judge_in_his_own_matter() {
    Quarrel quarrel = Quarrel.answered();
    TestAccounts.execute(
        "insert into admin_roles (user_id, role_type, permissions)"
            + " values (?, 'technical_access', '[\"disputes.decide\"]')",
        quarrel.buyer().userId());
    Tasklist tasklist = Tasklist.of(quarrel.buyer());

    String task = tasklist.task(quarrel.id());
    tasklist.claim(task);

    Response refused = tasklist.decide(task, "refund_full", null);

    assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void a_form_that_names_another_dispute_decides_none() {
    Quarrel own = Quarrel.answered();
    Quarrel other = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    String task = tasklist.take(own.id());
    Map<String, Object> form = tasklist.confirmed(task, "refund_full", null);
    form.put("disputeId", Map.of("value", other.id(), "type", "Long"));

    tasklist.submit(task, form).then().statusCode(403);

    for (Quarrel quarrel : List.of(own, other)) {
      assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
      assertThat(quarrel.stage()).isEqualTo("awaiting_decision");
    }
  }

  @Test
  void a_form_cannot_raise_what_is_refundable() {
    Quarrel quarrel = Quarrel.answered();
    Tasklist tasklist = Tasklist.of(Quarrel.judge());
    Map<String, Object> form = Tasklist.form("refund_partial", "500000.00");
    form.put("refundable", Map.of("value", "900000.00", "type", "String"));

    Response refused = tasklist.submit(tasklist.take(quarrel.id()), form);

    assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo(UNTOUCHED);
  }

  @Test
  void nobody_ends_a_workflow_or_changes_what_it_knows_behind_the_disputes_back() {
    Quarrel quarrel = Quarrel.answered();
    String workflow =
        Rows.value("select process_instance_id from disputes where id = ?", quarrel.id());

    for (Person admin : List.of(Quarrel.judge(), TestAccounts.superAdmin())) {
      Tasklist tasklist = Tasklist.of(admin);
      tasklist.request().delete("/process-instance/" + workflow).then().statusCode(403);
      tasklist
          .request()
          .body(Map.of("value", "9999999.00", "type", "String"))
          .put("/process-instance/" + workflow + "/variables/refundable")
          .then()
          .statusCode(403);
    }
    assertThat(quarrel.stage()).isEqualTo("awaiting_decision");
  }

  @Test
  void what_cannot_be_disputed_is_refused_with_the_reason() {
    Quarrel quarrel = Quarrel.opened();
    long product = Shop.product(quarrel.seller(), "10000.00", 10);
    String fresh = Shop.bought(quarrel.buyer(), product, 1);
    Person stranger = TestAccounts.buyer();

    problem(Quarrel.open(quarrel.buyer(), quarrel.order(), Shop.key()), 409, "dispute_open");
    problem(Quarrel.open(quarrel.seller(), quarrel.order(), Shop.key()), 409, "dispute_open");
    problem(Quarrel.open(quarrel.buyer(), fresh, Shop.key()), 409, "not_disputable");
    problem(Quarrel.open(stranger, quarrel.order(), Shop.key()), 404, "not_found");
    problem(Quarrel.open(quarrel.buyer(), "O-0", Shop.key()), 404, "not_found");
  }

  @Test
  void an_admin_opens_a_guests_dispute_and_leaves_the_decision_to_another() {
    Person seller = TestAccounts.seller();
    Person courier = TestAccounts.courier();
    String order = boughtByGuest(Shop.product(seller, "10000.00", 10));
    Shop.makeReady(seller, order);
    Shop.assign(order, courier);
    Shop.pickUp(courier, order);
    Person opener = Quarrel.judge();
    Person accountant = TestAccounts.admin("accounting");
    problem(openForGuest(accountant, order), 403, "access_denied");
    problem(openForGuest(opener, Quarrel.opened().order()), 409, "not_a_guest");

    long dispute =
        openForGuest(opener, order)
            .then()
            .statusCode(201)
            .body("dispute.openedBy", equalTo("buyer"))
            .extract()
            .jsonPath()
            .getLong("dispute.id");

    Quarrel quarrel = new Quarrel(seller, seller, courier, order, dispute);
    quarrel.answer(seller).then().statusCode(200);
    Map<String, Object> reject = Map.of("decision", "reject", "resolution", "Nothing is broken.");
    problem(quarrel.decide(opener, Shop.key(), reject), 409, "own_dispute");
    quarrel.decide(Quarrel.judge(), Shop.key(), reject).then().statusCode(200);
  }

  private static String boughtByGuest(long product) {
    RequestSpecification guest = Shop.guest();
    Shop.put(guest, product, 1);
    Map<String, Object> order = Shop.order("cash", "20000.00");
    order.put(
        "guestInfo", Map.of("email", "g@example.uz", "name", "Gul", "phone", "+998901112233"));
    return Shop.place(guest, order, Shop.key())
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("orders[0].orderNumber");
  }

  private static Response openForGuest(Person admin, String order) {
    return admin
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Quarrel.complaint(order))
        .post("/admin/disputes");
  }

  @ParameterizedTest
  @CsvSource({
    "type, weather_issue",
    "reason, ''",
    "orderNumber, ''",
    "unknown, 1",
  })
  void a_complaint_that_makes_no_sense_is_refused_by_field(String field, String value) {
    Map<String, Object> complaint = Quarrel.complaint("O-0");
    complaint.put(field, value);

    Response refused =
        TestAccounts.buyer()
            .request()
            .header("Idempotency-Key", Shop.key())
            .body(complaint)
            .post("/disputes");

    problem(refused, 400, "invalid_input");
    refused.then().body("violations.field", hasItem(field));
  }

  @Test
  void an_attachment_is_an_address_and_nothing_else() {
    Quarrel quarrel = Quarrel.opened();

    Response refused =
        quarrel.post(
            quarrel.buyer(),
            "messages",
            Map.of("content", "Look", "attachments", List.of("javascript:alert(1)")));

    problem(refused, 400, "invalid_input");
  }

  @Test
  void a_step_at_the_wrong_time_or_by_the_wrong_side_is_a_problem() {
    Quarrel quarrel = Quarrel.opened();
    Person judge = Quarrel.judge();
    Person stranger = TestAccounts.buyer();

    problem(quarrel.answer(quarrel.buyer()), 409, "own_dispute");
    problem(quarrel.answer(stranger), 404, "not_found");
    problem(quarrel.read(stranger), 404, "not_found");
    problem(quarrel.post(quarrel.seller(), "withdraw", Map.of()), 409, "not_opener");
    problem(quarrel.appeal(quarrel.buyer()), 409, "not_appealable");
    problem(quarrel.decide(judge, Shop.key(), FULL_REFUND), 409, "dispute_status");
    quarrel.post(quarrel.buyer(), "withdraw", Map.of()).then().statusCode(200);
    problem(quarrel.post(quarrel.buyer(), "withdraw", Map.of()), 409, "dispute_status");
    problem(quarrel.answer(quarrel.seller()), 409, "dispute_status");
  }

  @Test
  void everybody_lists_his_own_and_the_admins_all() {
    Quarrel quarrel = Quarrel.opened();

    for (Person side : List.of(quarrel.buyer(), quarrel.seller())) {
      side.request()
          .get("/disputes?status=open")
          .then()
          .statusCode(200)
          .body("items.id", contains((int) quarrel.id()));
    }
    TestAccounts.buyer().request().get("/disputes").then().body("items", empty());
    Quarrel.judge()
        .request()
        .get("/admin/disputes?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem((int) quarrel.id()));
  }

  private static void problem(Response refused, int status, String code) {
    refused
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }
}
