package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** How a technical admin sees over REST that events arrive, and helps where they do not. */
class EventAdminIT {

  private static final String NOBODY = "nobody-" + System.nanoTime();

  private Person admin;
  private long message;

  /** Of a consumer that is not in the application any more, since it has none of its own. */
  @BeforeEach
  void give_a_message_up() {
    admin = TestAccounts.admin("technical_access");
    message =
        Long.parseLong(
            Rows.value(
                "select id from outbox where topic = 'user.registered' and aggregate_id = ?",
                TestAccounts.buyer().userId()));
    TestAccounts.execute(
        "insert into outbox_deliveries (message_id, consumer, aggregate_type, aggregate_id, due_at,"
            + " attempts, last_error, dead_at)"
            + " select id, '"
            + NOBODY
            + "', aggregate_type, aggregate_id, now(), 83, 'timed out', now()"
            + " from outbox where id = ?",
        message);
  }

  @Test
  void a_dead_letter_is_listed_with_why_and_since_when() {
    admin
        .request()
        .queryParam("consumer", NOBODY)
        .get("/admin/events/dead-letters")
        .then()
        .statusCode(200)
        .body("items[0].messageId", equalTo((int) message))
        .body("items[0].topic", equalTo("user.registered"))
        .body("items[0].lastError", equalTo("timed out"))
        .body("items[0].attempts", equalTo(83));
  }

  @Test
  void a_consumer_with_messages_is_listed_also_where_it_is_gone() {
    admin
        .request()
        .get("/admin/events/consumers")
        .then()
        .statusCode(200)
        .body("items.name", hasItem(NOBODY));
  }

  @Test
  void a_dead_letter_that_is_restarted_is_one_no_more() {
    post(admin, "restart").statusCode(204);

    assertThat(
            Rows.value(
                "select attempts || ' ' || (dead_at is null) from outbox_deliveries"
                    + " where consumer = ? and message_id = ?",
                NOBODY,
                message))
        .isEqualTo("0 true");
    post(admin, "restart").statusCode(404).body("code", equalTo("not_found"));
  }

  @Test
  void a_dead_letter_that_is_skipped_is_gone_for_its_consumer_and_kept_for_others() {
    post(admin, "skip").statusCode(204);

    assertThat(
            Rows.values(
                "select 1 from outbox_deliveries where consumer = ? and message_id = ?",
                NOBODY,
                message))
        .isEmpty();
    assertThat(Rows.values("select 1 from outbox where id = ?", message)).hasSize(1);
  }

  @Test
  void what_admins_do_about_events_is_in_the_audit_log() {
    post(admin, "skip").statusCode(204);

    assertThat(
            Rows.value(
                "select user_id from audit_logs where action = 'dead_letter.skipped'"
                    + " and entity_id = ?",
                message))
        .isEqualTo(String.valueOf(admin.userId()));
  }

  @Test
  void nobody_is_replayed_who_is_not_there() {
    admin
        .request()
        .body(Map.of("from", Instant.now().minusSeconds(60).toString()))
        .post("/admin/events/consumers/" + NOBODY + "/replay")
        .then()
        .statusCode(404)
        .body("code", equalTo("not_found"));
  }

  @Test
  void other_admins_do_not_see_events() {
    Person accountant = TestAccounts.admin("accounting");

    accountant
        .request()
        .get("/admin/events/dead-letters")
        .then()
        .statusCode(403)
        .body("code", equalTo("access_denied"));
    post(accountant, "skip").statusCode(403);
  }

  @Test
  void programs_on_this_machine_see_how_far_behind_each_consumer_is() {
    given()
        .basePath("")
        .get("/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'outbox' }.data.'" + NOBODY + ".dead'", not(equalTo(0)));
  }

  private ValidatableResponse post(Person by, String verb) {
    return by.request()
        .post("/admin/events/dead-letters/" + NOBODY + "/" + message + "/" + verb)
        .then();
  }
}
